import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { Facts } from '../support/facts.js';
import { askReturnOfClub, askReturnOfSeat, partsOfSeat, reportIn } from '../support/return-report.js';
import { TestApp } from '../support/test-app.js';
import { type CastMember, World } from '../support/world.js';
import { download } from './download.js';

let app: TestApp;
let world: World;
let facts: Facts;

const spring = { from: '2026-03-01', to: '2026-05-31' };

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  facts = new Facts(app.database);
  await writeFacts();
});
afterAll(() => app.stop());

/** Three sellers in euros, of every degree, and two in yen; a refund; something before the spring. */
async function writeFacts(): Promise<void> {
  const { sara, bram, cleo, vik, ghentId: clubId } = world;
  for (const seller of [sara, cleo, vik]) {
    const second = await facts.introduction(seller, bram);
    const fourth = await facts.chain(seller, bram, 4);
    await facts.deal({ seller, clubId, closedOn: '2026-03-01', amountMinor: 12_345, direct: true });
    for (const origin of [second, fourth]) {
      await facts.deal({ seller, clubId, closedOn: '2026-04-10', amountMinor: 100_050, origin });
      await facts.deal({ seller, clubId, closedOn: '2026-02-10', amountMinor: 777, origin });
    }
  }
  const origin = await facts.introduction(sara, bram);
  const refunded = await facts.deal({ seller: sara, clubId, closedOn: '2026-03-02', amountMinor: 50_000, origin });
  await facts.adjustment(refunded, '2026-05-02', -50_000);
  for (const seller of [sara, cleo]) {
    await facts.deal({ seller, clubId, closedOn: '2026-05-01', amountMinor: 900, currency: 'JPY', direct: true });
  }
  for (const stage of ['customer', 'suspect']) {
    await facts.referral({ clubId, from: bram, to: sara, givenOn: '2026-03-05', stage });
  }
}

type Query = Record<string, string>;
const get = (viewer: CastMember, format: string, query: Query) =>
  download(app, viewer, `return.${format}`, { query: { ...spring, ...query } });
const csv = async (viewer: CastMember, query: Query): Promise<string[][]> =>
  parse((await get(viewer, 'csv', query)).bytes, { bom: true, delimiter: ';' });

const amount = (money: { amount: string } | null | undefined) => money?.amount.replace('.', ',') ?? '';
const count = (deals: number | null | undefined) => String(deals ?? '');
const share = (part: number | null) => (part === null ? '' : String(part).replace('.', ','));

// biome-ignore lint/suspicious/noExplicitAny: what GraphQL answers
type Report = any;
/** What the tables must hold by GraphQL, in the words of a Dutch reader. */
const expectedSummary = (report: Report) =>
  [report, report.before].flatMap(({ from, to, currencies, suppressedCurrencies }: Report) => [
    ...currencies.map((shown: Report) => [
      ...[from, to, shown.currency, String(shown.return.deals), amount(shown.return.amount)],
      ...[share(shown.indirectShare.share), share(shown.indirectShare.interval?.low ?? null)],
      ...[share(shown.indirectShare.interval?.high ?? null), share(shown.indirectShare.largestShare)],
      ...[amount(shown.newReturn?.amount), amount(shown.repeatReturn?.amount)],
      ...[count(shown.businessWithFellowMembers?.deals), amount(shown.businessWithFellowMembers?.amount)],
      ...[amount(shown.returnFromReferrals), amount(shown.ownAcquisition?.amount)],
    ]),
    ...suppressedCurrencies.map((currency: string) => [from, to, currency, ...new Array(12).fill('')]),
  ]);
const expectedDegrees = (report: Report) =>
  [report, report.before].flatMap(({ from, to, currencies }: Report) =>
    currencies.flatMap(({ currency, byDegree }: Report) =>
      byDegree.map((each: Report) => [
        ...[from, to, currency, each.degree === 4 ? '4+' : String(each.degree), count(each.deals)],
        ...[amount(each.amount), share(each.share)],
      ]),
    ),
  );
const expectedMonths = ({ currencies }: Report) =>
  currencies.flatMap(({ currency, byMonth }: Report) =>
    byMonth.map(({ month, direct, indirect }: Report) => [month, currency, amount(direct), amount(indirect)]),
  );

const ofClub = async (viewer: CastMember) => reportIn(await askReturnOfClub(app, viewer, world.ghentId, spring));
const ofSeat = async (viewer: CastMember) => reportIn(await askReturnOfSeat(app, viewer, viewer.membershipId, spring));

test('the return of a club as CSV is what GraphQL tells; a currency that is withheld has its row and no figures', async () => {
  const [header, ...rows] = await csv(world.bram, { club: world.ghentId });
  expect(header?.slice(0, 6)).toEqual(['Van', 'Tot en met', 'Munt', 'Deals', 'Opbrengst', 'Indirect aandeel']);
  expect(rows).toEqual(expectedSummary(await ofClub(world.bram)));
  expect(rows[0]?.slice(0, 5)).toEqual([...Object.values(spring), 'EUR', '10', '6373,35']);
  expect(rows[0]?.[5]).toMatch(/^0,9418908/);
  expect(rows[1]?.slice(2, 6)).toEqual(['JPY', '', '', '']);
});

test('the other tables of a report are had by their name', async () => {
  const report = await ofClub(world.bram);
  const table = async (name: string) => (await csv(world.bram, { club: world.ghentId, table: name })).slice(1);
  expect(await table('degrees')).toEqual(expectedDegrees(report));
  expect(await table('months')).toEqual(expectedMonths(report));
  expect((await table('referrals'))[0]).toEqual([...Object.values(spring), '', '']);
  expect(await table('return')).toEqual(expectedSummary(report));
});

test("a member's own return is of his seat, with nothing withheld", async () => {
  const rows = (await csv(world.sara, { member: world.sara.membershipId })).slice(1);
  expect(rows).toEqual(expectedSummary(await ofSeat(world.sara)));
  expect(rows.map((row) => row[2])).toEqual(['EUR', 'JPY', 'EUR']);
  const [, referrals] = await csv(world.sara, { member: world.sara.membershipId, table: 'referrals' });
  expect(referrals).toEqual([...Object.values(spring), '2', '1']);
});

test('the funnel and the promises are what GraphQL tells, of the period and of the one before', async () => {
  const query = { member: world.sara.membershipId };
  const parts = await partsOfSeat(app, world.sara, world.sara.membershipId, spring);
  const funnel = (await csv(world.sara, { ...query, table: 'funnel' })).slice(1);
  expect(funnel.slice(0, 4)).toEqual(
    parts.funnel.stages.map(({ stage, referrals, conversionToNext, medianDays }: Report) => [
      ...[...Object.values(spring), stage, String(referrals), share(conversionToNext), share(medianDays)],
    ]),
  );
  expect(funnel).toHaveLength(8);
  const { promises } = parts;
  const shares = [share(promises.keptShare), share(promises.withinTargetShare)];
  const counted = [promises.referrals, promises.early, promises.kept, promises.late, promises.overdue].map(String);
  expect((await csv(world.sara, { ...query, table: 'promises' }))[1]).toEqual([
    ...[...Object.values(spring), ...counted, ...shares],
  ]);
  const ofDirector = await csv(world.dirk, { club: world.ghentId, table: 'funnel' });
  expect(ofDirector.filter((row) => row[0] === spring.from)).toEqual([]);
});

test('a workbook has a sheet for each table, in the language of the reader, with days and shares as numbers', async () => {
  const { bytes, headers } = await get(world.sara, 'xlsx', { member: world.sara.membershipId });
  expect(headers.get('content-disposition')).toContain('"Gent Graslei Sara Peeters return 2026-03-01 2026-05-31.xlsx"');
  const report = await ofSeat(world.sara);
  const degrees = await readSheet(bytes, 'Per graad');
  const [first] = report.currencies[0].byDegree;
  expect(degrees[1]).toEqual([
    ...[new Date('2026-03-01'), new Date('2026-05-31'), 'EUR', '1'],
    ...[first.deals, Number(first.amount.amount), first.share],
  ]);
  expect(degrees).toHaveLength(1 + expectedDegrees(report).length);
  expect((await readSheet(bytes, 'Per maand'))[1]?.[0]).toEqual(new Date('2026-03-01'));
  expect(await readSheet(bytes, 'Doorverwijzingen')).toHaveLength(3);
});

test('without a period it is of the last twelve months, and a first day alone is enough', async () => {
  await app.at('2026-06-01T10:00:00Z', async () => {
    const periodOf = async (query: Query) => {
      const file = await download(app, world.bram, 'return.csv', { query: { club: world.ghentId, ...query } });
      return parse(file.bytes, { bom: true, delimiter: ';' })[1]?.slice(0, 2);
    };
    expect(await periodOf({})).toEqual(['2025-06-02', '2026-06-01']);
    expect(await periodOf({ from: '2026-03-01' })).toEqual(['2026-03-01', '2026-06-01']);
  });
});

describe('refused', () => {
  const refusal = async (viewer: CastMember, query: Query, file = 'return.csv') => {
    const { status, bytes } = await download(app, viewer, file, { query });
    const [{ code, field }] = JSON.parse(bytes.toString()).errors;
    return [status, code, ...field];
  };

  test("is another member's return, also to the board, as if there were no such member", async () => {
    const unknown = '0190a0a0-0000-7000-8000-000000000000';
    for (const viewer of [world.bram, world.pia, world.tess, world.dirk, world.ada, world.otto]) {
      const query = { ...spring, member: world.sara.membershipId };
      expect(await refusal(viewer, query)).toEqual([404, 'NOT_FOUND', 'member']);
      expect(await refusal(viewer, query, 'return.pdf')).toEqual([404, 'NOT_FOUND', 'member']);
      expect(await refusal(viewer, { ...query, member: unknown })).toEqual([404, 'NOT_FOUND', 'member']);
    }
  });

  test('is the return of a club to who is neither its member nor its director', async () => {
    for (const viewer of [world.tess, world.ada, world.otto]) {
      expect(await refusal(viewer, { club: world.ghentId })).toEqual([404, 'NOT_FOUND', 'club']);
    }
  });

  test.each([
    ['no subject', {}, 'return.csv', [400, 'INVALID', 'club']],
    ['two subjects', { club: '', member: '' }, 'return.csv', [400, 'INVALID', 'member']],
    ['a subject that the report does not take', { region: '' }, 'return.csv', [400, 'INVALID', 'region']],
    ['a member where a club is asked for', { member: '' }, 'counts.csv', [400, 'INVALID', 'member']],
    ['a table that the report does not have', { club: '', table: 'seats' }, 'return.csv', [404, 'NOT_FOUND', 'table']],
    ['what is no name of a table', { club: '', table: '../x' }, 'return.csv', [400, 'INVALID', 'table']],
    ['a report that there is not', { club: '' }, 'deals.csv', [404, 'NOT_FOUND', 'report']],
    ['a format that there is not', { club: '' }, 'return.exe', [404, 'NOT_FOUND', 'format']],
    ['a format that this report does not have', { club: '' }, 'counts.pdf', [404, 'NOT_FOUND', 'format']],
    ['what is no name of a file', { club: '' }, 'return', [404, 'NOT_FOUND', 'report']],
  ])('is %s', async (_, query, file, expected) => {
    const keys: Query = { club: world.ghentId, member: world.sara.membershipId, region: world.ghentRegionId };
    const filled = Object.fromEntries(
      Object.entries(query).map(([name, value]) => [name, value || (keys[name] ?? '')]),
    );
    expect(await refusal(world.sara, filled, file)).toEqual(expected);
  });
});

test('a download leaves a record of the report, the format and the table, with keys alone', async () => {
  const instant = '2026-06-02T10:00:00Z';
  await app.at(instant, async () => {
    await get(world.sara, 'csv', { member: world.sara.membershipId, table: 'months' });
    await get(world.bram, 'xlsx', { club: world.ghentId });
    await get(world.bram, 'csv', { member: world.sara.membershipId });
    await get(world.sara, 'csv', { member: world.sara.membershipId, table: 'no-such' });
  });
  const rows = await app.database.query(
    'SELECT verb, actor_id, subject_id, club_id, details FROM activities WHERE happened_at = $1 ORDER BY id',
    [instant],
  );
  expect(rows).toEqual([
    {
      ...{ verb: 'return.exported', actor_id: world.sara.personId, subject_id: world.sara.membershipId },
      ...{ club_id: world.ghentId, details: { ...spring, format: 'csv', table: 'months' } },
    },
    {
      ...{ verb: 'return.exported', actor_id: world.bram.personId, subject_id: world.ghentId },
      ...{ club_id: world.ghentId, details: { ...spring, format: 'xlsx' } },
    },
  ]);
});
