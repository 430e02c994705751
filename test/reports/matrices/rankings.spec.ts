import { CountsFacts } from '../../support/counts-facts.js';
import { type DealFact, Facts } from '../../support/facts.js';
import { type Answer, TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';

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

/** Every test has a world of its own. */
beforeEach(async () => {
  world = await World.build(app.database);
});

const march = { from: '2026-03-01', to: '2026-03-31' };
const query = `
  query ($id: UUID!, $measure: RankingMeasure!, $currency: CurrencyCode, $period: PeriodInput, $first: Int! = 40, $after: String) {
    club(id: $id) {
      rankings(measure: $measure, currency: $currency, period: $period) {
        from to measure currency
        entries(first: $first, after: $after) {
          totalCount pageInfo { hasNextPage endCursor }
          nodes { rank count amount { amount currency } withheld membership { id person { givenName } } }
        }
      }
    }
  }`;
const ask = (viewer: CastMember | null, measure: string, asked: object = {}): Promise<Answer> =>
  app.execute(viewer, query, { id: world.ghentId, measure, period: march, ...asked });
const rankings = async (measure: string, viewer = world.pia, asked: object = {}) =>
  (await ask(viewer, measure, asked)).data?.club?.rankings ?? null;

interface Entry {
  rank: number | null;
  count: number | null;
  amount: { amount: string } | null;
  withheld: boolean;
  membership: { person: { givenName: string } };
}
const told = ({ entries }: { entries: { nodes: Entry[] } }) =>
  entries.nodes.map(({ rank, count, amount, withheld, membership }) =>
    [rank ?? '-', membership.person.givenName, withheld ? 'withheld' : (count ?? amount?.amount)].join(' '),
  );

const refer = (from: CastMember, to: CastMember, at = '2026-03-10T12:00:00Z') =>
  facts.referral({ of: from, clubId: world.ghentId, at }, { of: to, clubId: world.ghentId, on: at.slice(0, 10) });
/** A deal of the seller with somebody whom the root introduced to him. */
const sell = async (seller: CastMember, root: CastMember, amountMinor: number, more: Partial<DealFact> = {}) =>
  deals.deal({
    seller,
    clubId: world.ghentId,
    closedOn: '2026-03-10',
    amountMinor,
    origin: await deals.introduction(seller, root),
    ...more,
  });

test('givers and receivers are ranked by their referrals of the period; equals share a rank', async () => {
  const { sara, bram, cleo, vik } = world;
  for (const to of [bram, cleo, vik]) await refer(sara, to);
  for (const from of [bram, vik]) await refer(from, cleo);
  await refer(bram, sara, '2026-04-01T12:00:00Z');
  const given = await rankings('GIVEN');
  expect(given).toMatchObject({ ...march, measure: 'GIVEN', currency: null, entries: { totalCount: 3 } });
  expect(told(given)).toEqual(['1 Sara 3', '2 Bram 1', '2 Vik 1']);
  expect(told(await rankings('RECEIVED'))).toEqual(['1 Cleo 3', '2 Bram 1', '2 Vik 1']);
});

test('visitors and one-to-ones are ranked as they are counted', async () => {
  const { sara, bram, cleo, tess, ghentId } = world;
  const meeting = await facts.meeting(ghentId, '2026-03-05');
  for (const inviter of [sara, sara, bram]) await facts.visit(meeting, inviter, await facts.contact(inviter));
  await facts.visit(meeting, cleo, await facts.contact(cleo), null);
  await facts.oneToOne(sara, bram, '2026-03-06');
  await facts.oneToOne(sara, tess, '2026-03-07');
  expect(told(await rankings('VISITORS'))).toEqual(['1 Sara 2', '2 Bram 1']);
  expect(told(await rankings('ONE_TO_ONES'))).toEqual(['1 Sara 2', '2 Bram 1']);
});

test('roots are ranked by what they were thanked for, in the currency of the club or another', async () => {
  const { sara, bram, cleo, pia, vik } = world;
  for (const seller of [sara, cleo, vik]) await sell(seller, bram, 10_000);
  for (const seller of [sara, bram, vik]) await sell(seller, cleo, 20_000);
  for (const seller of [sara, bram, vik]) await sell(seller, cleo, 7_000, { currency: 'JPY' });
  await sell(pia, vik, 5_000);
  expect(await rankings('THANKED')).toMatchObject({ currency: 'EUR' });
  expect(told(await rankings('THANKED'))).toEqual(['1 Cleo 600.00', '2 Bram 300.00', '3 Vik 50.00']);
  expect(told(await rankings('THANKED', pia, { currency: 'JPY' }))).toEqual(['1 Cleo 21000']);
  expect(told(await rankings('THANKED', pia, { currency: 'USD' }))).toEqual([]);
});

test('an amount that would tell of too few sellers is withheld, and has no rank that would tell where it lies', async () => {
  const { sara, bram, cleo, vik, pia } = world;
  for (const seller of [sara, cleo, vik]) await sell(seller, bram, 10_000);
  for (const seller of [sara, bram]) await sell(seller, cleo, 90_000);
  expect(told(await rankings('THANKED', pia))).toEqual(['1 Bram 300.00', '- Cleo withheld']);
  expect(told(await rankings('THANKED', cleo))).toEqual(['1 Cleo 1800.00', '- Bram withheld']);
  await sell(vik, cleo, 100, { visibility: 'hidden' });
  expect(told(await rankings('THANKED', pia))).toEqual(['1 Bram 300.00', '- Cleo withheld']);
  await sell(vik, cleo, 100);
  expect(told(await rankings('THANKED', pia))).toEqual(['1 Cleo 1801.00', '2 Bram 300.00']);
});

test('whoever left within the period is in it, and whoever came back has a place for each seat', async () => {
  const { sara, bram, cleo, ghentId } = world;
  await refer(cleo, bram, '2026-03-02T12:00:00Z');
  await refer(sara, bram, '2026-03-02T12:00:00Z');
  await facts.leave(sara, '2026-03-10');
  await facts.leave(cleo, '2026-03-10');
  const again = { ...sara, membershipId: await world.seat(sara.personId, ghentId, 'Writer', '2026-03-20') };
  for (const day of ['21', '22']) await refer(again, bram, `2026-03-${day}T12:00:00Z`);
  expect(told(await rankings('GIVEN'))).toEqual(['1 Sara 2', '2 Sara 1', '2 Cleo 1']);
});

test('they are for the members of the club, and for nobody else', async () => {
  expect(await rankings('GIVEN', world.sara)).toMatchObject(march);
  for (const measure of ['GIVEN', 'THANKED']) {
    for (const viewer of [world.tess, world.dirk, world.ada, world.otto]) {
      expect(await rankings(measure, viewer)).toBeNull();
    }
  }
  expect((await ask(null, 'GIVEN')).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});

test.each([
  ['a period that ends before it begins', 'GIVEN', { period: { from: '2026-03-02', to: '2026-03-01' } }],
  ['a period of more than ten years', 'THANKED', { period: { from: '2016-03-01', to: '2026-03-01' } }],
  ['what is no measure', 'LUCK', {}],
  ['what is no currency', 'THANKED', { currency: 'XYZ' }],
  ['a cursor of another list', 'GIVEN', { after: 'junk' }],
  ['a page of none', 'GIVEN', { first: 0 }],
])('%s is refused', async (_, measure, asked) => {
  expect((await ask(world.pia, measure, asked)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('without a period they are of the last twelve months up to today in the club', async () => {
  await app.at('2026-06-30T22:00:00Z', async () => {
    expect(await rankings('GIVEN', world.pia, { period: null })).toMatchObject({
      from: '2025-07-02',
      to: '2026-07-01',
    });
  });
});

test('they come in pages, and five of them cost as many statements as one', async () => {
  const { sara, bram, cleo, vik, pia } = world;
  await refer(sara, bram);
  const count = () => app.countQueries(() => rankings('GIVEN'));
  const ofOne = await count();
  for (const from of [bram, cleo, vik, pia]) await refer(from, sara);
  expect(await count()).toBe(ofOne);
  const first = (await rankings('GIVEN', pia, { first: 3 })).entries;
  expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
  const last = await rankings('GIVEN', pia, { after: first.pageInfo.endCursor });
  expect([...told({ entries: first }), ...told(last)]).toEqual([
    '1 Pia 1',
    '1 Bram 1',
    '1 Vik 1',
    '1 Sara 1',
    '1 Cleo 1',
  ]);
});
