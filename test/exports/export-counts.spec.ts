import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { sessionCookie } from '../../src/identity/session-token.js';
import { askCounts, countsIn } from '../support/counts.js';
import { CountsFacts } from '../support/counts-facts.js';
import { Facts } from '../support/facts.js';
import { TestApp } from '../support/test-app.js';
import { type CastMember, World } from '../support/world.js';
import { download } from './download.js';

let app: TestApp;
let world: World;
let facts: CountsFacts;
let deals: Facts;

beforeAll(async () => {
  app = await TestApp.start();
  facts = new CountsFacts(app.database);
  deals = new Facts(app.database);
});
afterAll(() => app.stop());

/** Every test has a world of its own, in which something happened in March. */
beforeEach(async () => {
  world = await World.build(app.database);
  await playMarch();
});

const march = { from: '2026-03-01', to: '2026-03-31' };
const columns = ['P', 'A', 'L', 'M', 'S', 'RGI', 'RGO', 'RRI', 'RRO', 'V', '1-2-1', 'TYFCB', 'CEU', 'T'];

async function playMarch(): Promise<void> {
  const { sara, bram, cleo, pia, vik, ghentId: clubId } = world;
  const meeting = await facts.meeting(clubId, '2026-03-05');
  for (const [place, member] of [sara, bram, cleo, pia, vik].entries()) {
    await facts.letter(meeting, member, ['present', 'absent', 'late', 'medical', 'substitute'][place] ?? '');
  }
  await facts.visit(meeting, bram, await facts.contact(bram));
  const giving = { clubId, at: '2026-03-10T12:00:00Z', on: '2026-03-10' };
  await facts.referral({ of: bram, ...giving }, { of: sara, ...giving });
  await facts.oneToOne(sara, bram, '2026-03-10');
  await facts.units(clubId, sara, '2026-03-10', '1.25');
  await facts.testimonial(clubId, sara, bram, '2026-03-10');
  for (const seller of [cleo, pia, vik]) {
    const origin = await deals.introduction(seller, bram);
    await deals.deal({ seller, clubId, closedOn: '2026-03-10', amountMinor: 123_450, origin });
  }
}

const setLocale = ({ personId }: CastMember, locale: string) =>
  app.database.query('UPDATE persons SET locale = $2 WHERE id = $1', [personId, locale]);
const counts = (viewer: CastMember | null, format: 'csv' | 'xlsx' = 'csv', query: object = {}) =>
  download(app, viewer, `counts.${format}`, { query: { club: world.ghentId, ...march, ...query } });
const csv = async (viewer: CastMember, delimiter: string): Promise<string[][]> =>
  parse((await counts(viewer)).bytes, { bom: true, delimiter, relax_column_count: false });

// biome-ignore lint/suspicious/noExplicitAny: what GraphQL answers
type Figures = any;
/** The cells GraphQL has for a row, in the order of the columns, as decimals; null where they are withheld. */
const cellsOf = (figures: Figures): (string | null)[] => {
  const euros = figures.thanked.find(({ currency }: { currency: string }) => currency === 'EUR');
  const thanked = figures.thankedWithheld.includes('EUR') ? null : (euros?.amount ?? '0.00');
  const { present, absent, late, medical, substitute } = figures;
  const given = [figures.referralsGivenInside, figures.referralsGivenOutside];
  const received = [figures.referralsReceivedInside, figures.referralsReceivedOutside];
  const counted = [present, absent, late, medical, substitute, ...given, ...received, figures.visitors];
  const { oneToOnes, educationUnits, testimonials } = figures;
  return [...counted, oneToOnes, thanked, educationUnits, testimonials].map((cell) => cell && String(cell));
};
/** What a file must hold by GraphQL: the members with their professions, and the total. */
const expected = async (viewer: CastMember, total: string): Promise<(string | null)[][]> => {
  const { members, total: sums } = countsIn(await askCounts(app, viewer, world.ghentId, march));
  const rows = (members?.nodes ?? []).map(({ membership, ...figures }: Figures) => {
    const { person, profession } = membership;
    return [`${person.givenName} ${person.familyName}`, profession.name, ...cellsOf(figures)];
  });
  return [...rows, [total, null, ...cellsOf(sums)]];
};
const plain = (rows: (string | null)[][], sign = '.') =>
  rows.map((row) => row.map((cell, place) => (place < 2 ? (cell ?? '') : String(cell ?? '').replace('.', sign))));

test('a file for a Dutch member is what GraphQL tells him, with semicolons and decimal commas', async () => {
  const { status, headers, bytes } = await counts(world.bram);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [header, ...rows] = await csv(world.bram, ';');
  expect(header).toEqual(['Lid', 'Beroep', ...columns]);
  expect(rows).toEqual(plain(await expected(world.bram, 'Totaal'), ','));
  expect(rows[1]).toEqual(['Bram De Smet', 'Plumber', ...'0 1 0 0 0 1 0 0 0 1 1 3703,50 0 0'.split(' ')]);
  expect(bytes.toString().split('\r\n')).toHaveLength(8);
});

test.each([
  ['fr-BE', ';', ',', ['Membre', 'Profession'], 'Total'],
  ['nl-NL', ';', ',', ['Lid', 'Beroep'], 'Totaal'],
  ['en-GB', ',', '.', ['Member', 'Profession'], 'Total'],
  ['en-BE', ',', '.', ['Member', 'Profession'], 'Total'],
])(
  'a file for somebody of %s parts fields by "%s" and has the decimal sign "%s"',
  async (locale, delimiter, sign, heads, total) => {
    await setLocale(world.sara, locale);
    const [header, ...rows] = await csv(world.sara, delimiter);
    expect(header).toEqual([...heads, ...columns]);
    expect(rows).toEqual(plain(await expected(world.sara, total), sign));
  },
);

test('a workbook has numbers as numbers, money with its currency, and a header that stays', async () => {
  const { status, headers, bytes } = await counts(world.bram, 'xlsx');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  const [header, ...rows] = await readSheet(bytes);
  expect(header).toEqual(['Lid', 'Beroep', ...columns]);
  const numbers = (await expected(world.bram, 'Totaal')).map((row) =>
    row.map((cell, place) => (place < 2 || cell === null ? cell : Number(cell))),
  );
  expect(rows).toEqual(numbers);
  expect(rows[1]?.[13]).toBe(3703.5);
});

test('a sum that is withheld from the viewer is empty, and so it is in the total', async () => {
  const origin = await deals.introduction(world.sara, world.cleo);
  await deals.deal({ seller: world.sara, clubId: world.ghentId, closedOn: '2026-03-10', amountMinor: 100, origin });
  const [, ...rows] = await csv(world.bram, ';');
  expect(rows.map((row) => [row[0], row[13]])).toEqual([
    ['Pia Claes', '0,00'],
    ['Bram De Smet', '3703,50'],
    ['Vik Maes', '0,00'],
    ['Sara Peeters', '0,00'],
    ['Cleo Wouters', ''],
    ['Totaal', ''],
  ]);
  const sheet = await readSheet((await counts(world.bram, 'xlsx')).bytes);
  expect(sheet.map((row) => row[13])).toEqual(['TYFCB', 0, 3703.5, 0, 0, null, null]);
});

test('refunds that outweigh the rest are negative numbers, not text', async () => {
  const origin = await deals.introduction(world.sara, world.bram);
  const old = { seller: world.sara, clubId: world.ghentId, closedOn: '2026-02-10', amountMinor: 900_000, origin };
  await deals.adjustment(await deals.deal(old), '2026-03-10', -900_000);
  expect((await csv(world.bram, ';'))[2]?.[13]).toBe('-5296,50');
  expect((await readSheet((await counts(world.bram, 'xlsx')).bytes))[2]?.[13]).toBe(-5296.5);
});

test('what a spreadsheet program would take for a formula is text; names keep their letters', async () => {
  const { ghentId } = world;
  for (const [place, name] of ['=1+1', '+1', '-2', '@SUM(A1)', 'Łukasz; "Zoë"'].entries()) {
    await world.member(name, `Zz ${place}`, ghentId, `=HYPERLINK("${place}")`);
  }
  const names = (await csv(world.bram, ';')).map((row) => row.slice(0, 2));
  expect(names.slice(6, 11)).toEqual([
    [`'=1+1 Zz 0`, `'=HYPERLINK("0")`],
    [`'+1 Zz 1`, `'=HYPERLINK("1")`],
    [`'-2 Zz 2`, `'=HYPERLINK("2")`],
    [`'@SUM(A1) Zz 3`, `'=HYPERLINK("3")`],
    [`Łukasz; "Zoë" Zz 4`, `'=HYPERLINK("4")`],
  ]);
  const sheet = await readSheet((await counts(world.bram, 'xlsx')).bytes);
  expect(sheet[6]?.slice(0, 2)).toEqual(['=1+1 Zz 0', '=HYPERLINK("0")']);
  expect(sheet[10]?.[0]).toBe('Łukasz; "Zoë" Zz 4');
});

test('the name of the file says club, period, and that the counts are provisional where they are', async () => {
  await app.database.query(`UPDATE clubs SET name = 'Liège "Été"' WHERE id = $1`, [world.ghentId]);
  const nameOf = async (format: 'csv' | 'xlsx') =>
    (await counts(world.bram, format)).headers.get('content-disposition');
  expect(await nameOf('csv')).toBe(
    `attachment; filename="Liege -Ete- counts 2026-03-01 2026-03-31.csv"; filename*=UTF-8''Li%C3%A8ge%20-%C3%89t%C3%A9-%20counts%202026-03-01%202026-03-31.csv`,
  );
  await facts.meeting(world.ghentId, '2026-03-12', 'open');
  expect(await nameOf('xlsx')).toContain('counts 2026-03-01 2026-03-31 provisional.xlsx"');
});

test('a director has the total alone, with small groups left empty', async () => {
  const rows = await csv(world.dirk, ';');
  expect(rows).toHaveLength(2);
  expect(rows.slice(1)).toEqual(plain(await expected(world.dirk, 'Totaal'), ','));
  expect(rows[1]?.slice(0, 4)).toEqual(['Totaal', '', '', '']);
});

test('a browser downloads with its cookie', async () => {
  const headers = { cookie: `${sessionCookie}=${world.bram.token}` };
  const { status } = await download(app, null, 'counts.csv', { query: { club: world.ghentId }, headers });
  expect(status).toBe(200);
});

describe('refused', () => {
  const errorsOf = ({ bytes }: { bytes: Buffer }) => JSON.parse(bytes.toString()).errors;
  const notFound = [{ code: 'NOT_FOUND', message: 'There is no such club.', field: ['club'] }];

  test.each(['counts.csv', 'counts.xlsx', 'acquaintance.csv', 'acquaintance.xlsx'])(
    'is %s without a session, before anything is looked at',
    async (path) => {
      for (const headers of [{}, { authorization: `Bearer ${'x'.repeat(43)}` }] as Record<string, string>[]) {
        const answer = await download(app, null, path, { query: { club: 'junk' }, headers });
        expect(answer.status).toBe(401);
        expect(errorsOf(answer)).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
      }
    },
  );

  test.each(['tess', 'ada', 'otto'] as const)('is %s, as for a club that is not there', async (name) => {
    for (const club of [world.ghentId, '0190a0a0-0000-7000-8000-000000000000']) {
      const answer = await counts(world[name], 'csv', { club });
      expect(answer.status).toBe(404);
      expect(errorsOf(answer)).toEqual(notFound);
    }
  });

  test.each([
    ['club', { club: '' }, 'INVALID'],
    ['club', { club: 'gent' }, 'INVALID'],
    ['from', { from: '2026-02-30' }, 'INVALID'],
    ['to', { to: 'tomorrow' }, 'INVALID'],
    ['to', { to: '2026-02-28' }, 'DATE_OUT_OF_RANGE'],
    ['to', { from: '2016-03-01', to: '2026-03-01' }, 'DATE_OUT_OF_RANGE'],
  ])('is a %s such as %j', async (field, query, code) => {
    const answer = await counts(world.bram, 'csv', query);
    expect(answer.status).toBe(400);
    expect(errorsOf(answer)).toEqual([{ code, field: [field], message: expect.any(String) }]);
  });

  test('is a parameter that comes twice', async () => {
    const url = `${app.url}/exports/counts.csv?club=${world.ghentId}&club=${world.utrechtId}`;
    const response = await fetch(url, { headers: { authorization: `Bearer ${world.bram.token}` } });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ code: 'INVALID', field: ['club'] }] });
  });
});

describe('a download', () => {
  const recorded = () =>
    app.database.query<{ verb: string; actor_id: string; subject_id: string; details: object }[]>(
      `SELECT verb, actor_id, subject_id, details FROM activities WHERE club_id = $1 ORDER BY happened_at, id`,
      [world.ghentId],
    );

  test('leaves a record of who had which figures, with keys alone', async () => {
    await counts(world.bram);
    await counts(world.dirk, 'xlsx');
    await download(app, world.sara, 'acquaintance.csv', { query: { club: world.ghentId, ...march } });
    const subject_id = world.ghentId;
    expect(await recorded()).toEqual([
      { verb: 'counts.exported', actor_id: world.bram.personId, subject_id, details: { ...march, format: 'csv' } },
      { verb: 'counts.exported', actor_id: world.dirk.personId, subject_id, details: { ...march, format: 'xlsx' } },
      {
        verb: 'acquaintance.exported',
        actor_id: world.sara.personId,
        subject_id,
        details: { ...march, format: 'csv' },
      },
    ]);
  });

  test('that was refused leaves none', async () => {
    await counts(world.tess);
    await counts(world.bram, 'csv', { to: 'tomorrow' });
    expect(await recorded()).toEqual([]);
  });

  test('that is only asked about leaves none, and is answered as if it were', async () => {
    const asked = { query: { club: world.ghentId, ...march } };
    const { status, headers, bytes } = await download(app, world.bram, 'counts.csv', { ...asked, method: 'HEAD' });
    expect([status, bytes.length, headers.get('content-type')]).toEqual([200, 0, 'text/csv; charset=utf-8']);
    expect(await recorded()).toEqual([]);
    const got = await download(app, world.bram, 'counts.csv', asked);
    for (const name of ['content-length', 'content-disposition']) expect(headers.get(name)).toBe(got.headers.get(name));
    expect(await recorded()).toHaveLength(1);
  });

  test('of forty members costs as many statements as one of five', async () => {
    const count = () => app.countQueries(() => counts(world.bram, 'xlsx'));
    const ofFive = await count();
    for (let number = 6; number <= 40; number += 1) {
      await world.member('Member', `Number ${number}`, world.ghentId, `Profession ${number}`);
    }
    expect((await csv(world.bram, ';')).length).toBe(42);
    expect(await count()).toBe(ofFive);
  });
});
