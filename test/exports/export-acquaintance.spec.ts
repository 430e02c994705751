import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { CountsFacts } from '../support/counts-facts.js';
import { TestApp } from '../support/test-app.js';
import { type CastMember, World } from '../support/world.js';
import { download } from './download.js';

let app: TestApp;
let world: World;

const march = { from: '2026-03-01', to: '2026-03-31' };
const names = ['Pia Claes', 'Bram De Smet', 'Vik Maes', 'Sara Peeters', 'Cleo Wouters'];

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  const facts = new CountsFacts(app.database);
  const { sara, bram, vik, ghentId: clubId } = world;
  await facts.oneToOne(sara, bram, '2026-03-10');
  const giving = { clubId, at: '2026-03-10T12:00:00Z', on: '2026-03-10' };
  await facts.referral({ of: bram, ...giving }, { of: sara, ...giving });
  await facts.referral({ of: bram, ...giving }, { of: vik, ...giving });
});
afterAll(() => app.stop());

const matrix = (viewer: CastMember | null, format: 'csv' | 'xlsx') =>
  download(app, viewer, `acquaintance.${format}`, { query: { club: world.ghentId, ...march } });

/** The words GraphQL has between members, with nothing where a member would stand against himself. */
async function expected(viewer: CastMember): Promise<(string | null)[][]> {
  const { club } = await app.query(
    viewer,
    `query ($id: UUID!, $from: Date, $to: Date) {
      club(id: $id) { acquaintance(from: $from, to: $to) { rows { nodes { ties { nodes { acquaintance } } } } } }
    }`,
    { id: world.ghentId, ...march },
  );
  interface Row {
    ties: { nodes: { acquaintance: string }[] };
  }
  return club.acquaintance.rows.nodes.map(({ ties }: Row, place: number) =>
    ties.nodes.map(({ acquaintance }): string | null => acquaintance).toSpliced(place, 0, null),
  );
}

test('the matrix as CSV is what GraphQL tells, members down and across', async () => {
  const { status, headers, bytes } = await matrix(world.sara, 'csv');
  expect(status).toBe(200);
  expect(headers.get('content-disposition')).toContain('"Gent Graslei acquaintance 2026-03-01 2026-03-31.csv"');
  const [header, ...rows] = parse(bytes, { bom: true, delimiter: ';' }) as string[][];
  expect(header).toEqual(['Lid', 'Beroep', ...names]);
  const words = await expected(world.sara);
  expect(rows).toEqual(words.map((row, place) => [names[place], expect.any(String), ...row.map((word) => word ?? '')]));
  expect(rows[1]).toEqual(['Bram De Smet', 'Plumber', 'NOTHING', '', 'REFERRED', 'BOTH', 'NOTHING']);
});

test('the matrix as a workbook is the same', async () => {
  const [header, ...rows] = await readSheet((await matrix(world.sara, 'xlsx')).bytes);
  expect(header).toEqual(['Lid', 'Beroep', ...names]);
  expect(rows.map((row) => row.slice(2))).toEqual(await expected(world.sara));
});

test.each(['tess', 'ada', 'dirk', 'otto'] as const)(
  'there is none for %s, who does not sit in the club',
  async (name) => {
    const { status, bytes } = await matrix(world[name], 'csv');
    expect(status).toBe(404);
    expect(JSON.parse(bytes.toString())).toMatchObject({ errors: [{ code: 'NOT_FOUND', field: ['club'] }] });
  },
);

describe('the referral matrix', () => {
  const csv = async (viewer: CastMember) =>
    download(app, viewer, 'matrix.csv', { query: { club: world.ghentId, ...march } });

  test('has givers down and receivers across, with what GraphQL tells of each', async () => {
    const [header, ...rows] = parse((await csv(world.sara)).bytes, { bom: true, delimiter: ';' }) as string[][];
    const ends = ['Aan andere clubs', 'Gegeven', 'Van andere clubs', 'Ontvangen', 'Gaven terug'];
    expect(header).toEqual(['Lid', 'Beroep', ...names, ...ends]);
    const { club } = await app.query(
      world.sara,
      `query ($id: UUID!, $period: PeriodInput) { club(id: $id) { referralMatrix(period: $period) { rows { nodes {
        cells { nodes { inside outside } } toOthers { inside outside } given { inside outside }
        fromOthers { inside outside } received { inside outside } reciprocity { share }
      } } } } }`,
      { id: world.ghentId, period: march },
    );
    type Tally = { inside: number; outside: number };
    const sum = ({ inside, outside }: Tally) => String(inside + outside);
    interface Row extends Record<'toOthers' | 'given' | 'fromOthers' | 'received', Tally> {
      cells: { nodes: Tally[] };
      reciprocity: { share: number | null };
    }
    const expectedRows = club.referralMatrix.rows.nodes.map((row: Row, place: number) => {
      const { toOthers, given, fromOthers, received, reciprocity } = row;
      const cells = row.cells.nodes.map(sum).toSpliced(place, 0, '');
      const share = reciprocity.share === null ? '' : String(reciprocity.share);
      return [...cells, ...[toOthers, given, fromOthers, received].map(sum), share];
    });
    expect(rows.map((row) => row.slice(2))).toEqual(expectedRows);
    expect(rows[1]?.slice(2, 7)).toEqual(['0', '', '1', '1', '0']);
  });

  test.each(['tess', 'ada', 'dirk', 'otto'] as const)(
    'is not there for %s, who does not sit in the club',
    async (name) => {
      expect((await csv(world[name])).status).toBe(404);
    },
  );
});
