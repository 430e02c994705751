import { parse } from 'csv-parse/sync';
import { RegionWorld } from '../reports/regions/region-world.js';
import { type Actor, TestApp } from '../support/test-app.js';
import { download } from './download.js';

let app: TestApp;
let built: RegionWorld;

const spring = { from: '2026-02-01', to: '2026-03-31' };

beforeAll(async () => {
  app = await TestApp.start();
  built = await RegionWorld.build(app);
  for (const club of built.clubs) {
    await built.sell(club, '2026-02-03', 10_000);
    await built.sell(club, '2026-03-04', 12_345);
  }
});
afterAll(() => app.stop());

const get = (viewer: Actor, format = 'csv', query: object = {}) =>
  app.at('2026-06-15T10:00:00Z', () =>
    download(app, viewer, `clubs.${format}`, { query: { region: built.world.ghentRegionId, ...spring, ...query } }),
  );

// biome-ignore lint/suspicious/noExplicitAny: what GraphQL answers
type Club = any;
const told = async (): Promise<Club[]> => {
  const answer = await app.at('2026-06-15T10:00:00Z', () =>
    app.query(
      built.world.dirk,
      `query ($id: UUID!, $period: PeriodInput) { region(id: $id) {
        clubComparison(period: $period, by: MEMBERS) { nodes {
          club { id name } months members { months } absenceRate { months } indirectShare { months }
          return { months { amount currency } }
        } }
      } }`,
      { id: built.world.ghentRegionId, period: spring },
    ),
  );
  return answer.region.clubComparison.nodes;
};

test('the clubs of a region by month are what GraphQL tells their director, with what is withheld left empty', async () => {
  const { status, bytes, headers } = await get(built.world.dirk);
  expect(status).toBe(200);
  expect(headers.get('content-disposition')).toContain('"Ghent clubs 2026-02-01 2026-03-31.csv"');
  const [header, ...rows] = parse(bytes, { bom: true, delimiter: ';' }) as string[][];
  expect(header).toEqual(['Club', 'Sleutel', 'Maand', 'Maat', 'Waarde', 'Munt']);
  const clubs = await told();
  expect(rows).toHaveLength(clubs.length * 2 * 9);
  const cellOf = (id: string, month: string, measure: string) =>
    rows.find((row) => row[1] === id && row[2] === month && row[3] === measure)?.slice(4);
  const number = (value: number | null) => (value === null ? '' : String(value).replace('.', ','));
  for (const { club, months, ...measures } of clubs) {
    for (const [place, month] of (months as string[]).entries()) {
      expect(cellOf(club.id, month, 'MEMBERS')).toEqual([number(measures.members.months[place]), '']);
      expect(cellOf(club.id, month, 'ABSENCE_RATE')).toEqual([number(measures.absenceRate.months[place]), '']);
      expect(cellOf(club.id, month, 'INDIRECT_SHARE')?.[0]).toBe(number(measures.indirectShare.months[place]));
      const money = measures.return.months[place];
      expect(cellOf(club.id, month, 'RETURN')?.[0]).toBe(money ? number(Number(money.amount)) : '');
    }
  }
  const few = built.clubs[2]?.id ?? '';
  expect(cellOf(few, '2026-02', 'RETURN')).toEqual(['', 'EUR']);
  expect(cellOf(built.clubs[0]?.id ?? '', '2026-02', 'RETURN')).toEqual(['3200', 'EUR']);
});

test('a workbook has the same rows, and a region above has those of its clubs as well', async () => {
  const { world, nina } = built;
  expect((await get(world.dirk, 'xlsx')).status).toBe(200);
  const { bytes } = await get(nina, 'csv', { region: world.networkId });
  const clubs = new Set((parse(bytes, { bom: true, delimiter: ';' }) as string[][]).slice(1).map((row) => row[1]));
  expect(clubs).toContain(world.utrechtId);
  expect(clubs.size).toBe(5);
});

test('there is none for members, boards, administrators, strangers and the director of another region', async () => {
  const { world } = built;
  for (const viewer of [world.bram, world.pia, world.ada, world.otto]) {
    const { status, bytes } = await get(viewer);
    expect(status).toBe(404);
    expect(JSON.parse(bytes.toString()).errors).toMatchObject([{ code: 'NOT_FOUND', field: ['region'] }]);
  }
  expect((await get(world.dirk, 'csv', { region: world.utrechtRegionId })).status).toBe(404);
});

test('it is recorded with the region', async () => {
  await get(built.world.dirk);
  const [row] = await app.database.query(
    `SELECT subject_id, club_id, details FROM activities WHERE verb = 'clubs.exported' ORDER BY id DESC LIMIT 1`,
  );
  expect(row).toEqual({
    ...{ subject_id: built.world.ghentRegionId, club_id: null },
    details: { ...spring, format: 'csv' },
  });
});
