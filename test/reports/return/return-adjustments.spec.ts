import { Facts, type IntroductionFact } from '../../support/facts.js';
import { askReturnOfSeat, reportIn } from '../../support/return-report.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';

let app: TestApp;
let world: World;
let facts: Facts;
let chain: IntroductionFact;
let seller: CastMember;

const march = { from: '2026-03-01', to: '2026-03-31' };
const april = { from: '2026-04-01', to: '2026-04-30' };

let sellers = 0;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  facts = new Facts(app.database);
});
afterAll(() => app.stop());

/** Every test has a seller of its own, to whom Bram introduced somebody. */
beforeEach(async () => {
  sellers += 1;
  seller = await world.member('Sara', 'Peeters', world.ghentId, `Seller ${sellers}`);
  chain = await facts.introduction(seller, world.bram);
});

const sell = (closedOn: string, amountMinor: number, more: object = {}) =>
  facts.deal({ seller, clubId: world.ghentId, closedOn, amountMinor, origin: chain, ...more });
const report = async (period: object) =>
  reportIn(await askReturnOfSeat(app, seller, seller.membershipId, { ...march, ...period }));
const eurOf = async (period: object) => (await report(period)).currencies[0];

test('a refund counts in the month of the refund; earlier months do not change', async () => {
  const deal = await sell('2026-03-20', 50_000);
  await sell('2026-04-10', 20_000);
  const before = await report(march);
  await facts.adjustment(deal, '2026-04-02', -10_000);
  expect(await report(march)).toEqual(before);
  expect(await eurOf({ to: '2026-04-30' })).toMatchObject({
    return: { deals: 2, amount: { amount: '600.00' } },
    byMonth: [
      { month: '2026-03', indirect: { amount: '500.00' } },
      { month: '2026-04', indirect: { amount: '100.00' } },
    ],
  });
});

test('an adjustment of a deal from before the period counts as money of its degree, not as a deal', async () => {
  const deal = await sell('2026-03-20', 50_000, { repeat: true });
  await facts.adjustment(deal, '2026-04-01', 7_000);
  await facts.adjustment(deal, '2026-04-30', 1_000);
  await facts.adjustment(deal, '2026-05-01', 90_000);
  const { currencies, before } = await report(april);
  expect(currencies[0]).toMatchObject({
    return: { deals: 0, amount: { amount: '80.00' } },
    byDegree: [{}, { degree: 2, deals: 0, amount: { amount: '80.00' }, share: 1 }, {}, {}],
    newReturn: { deals: 0, amount: { amount: '0.00' } },
    repeatReturn: { deals: 0, amount: { amount: '80.00' } },
    indirectShare: { share: 1, deals: 0, enoughData: false, largestShare: 1 },
  });
  expect(before.currencies[0].return).toEqual({ deals: 1, amount: { amount: '500.00', currency: 'EUR' } });
});

test('a month with nothing but a refund is negative; without positive return there is no share', async () => {
  const deal = await sell('2026-03-20', 50_000);
  await facts.adjustment(deal, '2026-04-02', -10_000);
  expect(await eurOf(april)).toMatchObject({
    return: { deals: 0, amount: { amount: '-100.00' } },
    byDegree: [{ share: null }, { share: null, amount: { amount: '-100.00' } }, { share: null }, { share: null }],
    byMonth: [{ month: '2026-04', indirect: { amount: '-100.00' } }],
    indirectShare: { share: null, largestShare: null, interval: null },
  });
});

test('a deal refunded on the spot leaves a return of zero, and no share', async () => {
  const deal = await sell('2026-03-20', 50_000);
  await facts.adjustment(deal, '2026-03-20', -50_000);
  expect(await eurOf(march)).toMatchObject({
    return: { deals: 1, amount: { amount: '0.00' } },
    indirectShare: { share: null, deals: 1, largestShare: null },
  });
});

test('the largest deal is taken with its adjustments in the period', async () => {
  const deal = await sell('2026-03-20', 50_000);
  await sell('2026-03-21', 30_000, { origin: undefined, direct: true });
  await facts.adjustment(deal, '2026-03-30', -40_000);
  expect(await eurOf(march)).toMatchObject({ indirectShare: { share: 0.25, largestShare: 0.75 } });
});

test('currencies are never summed: each has a report of its own, with its own decimal places', async () => {
  await sell('2026-03-20', 50_000);
  await sell('2026-03-21', 90_000, { currency: 'JPY' });
  await sell('2026-03-22', 12_345, { currency: 'BHD', origin: undefined });
  const { currencies } = await report(march);
  expect(currencies).toMatchObject([
    {
      currency: 'BHD',
      return: { deals: 0, amount: { amount: '0.000', currency: 'BHD' } },
      ownAcquisition: { deals: 1, amount: { amount: '12.345', currency: 'BHD' } },
    },
    { currency: 'EUR', return: { deals: 1, amount: { amount: '500.00', currency: 'EUR' } } },
    { currency: 'JPY', return: { deals: 1, amount: { amount: '90000', currency: 'JPY' } } },
  ]);
});

test('with nine deals there is not enough data and no interval; with the tenth there is', async () => {
  for (let day = 11; day < 20; day += 1) {
    await sell(`2026-03-${day}`, day * 1_000, day % 3 ? {} : { origin: undefined, direct: true });
  }
  await sell('2026-03-20', 99_000, { origin: undefined });
  expect((await eurOf(march)).indirectShare).toMatchObject({ deals: 9, enoughData: false, interval: null });
  await sell('2026-03-21', 21_000);
  const { indirectShare } = await eurOf(march);
  expect(indirectShare).toMatchObject({ deals: 10, enoughData: true });
  expect(indirectShare.interval).toEqual({
    low: expect.any(Number),
    high: expect.any(Number),
    confidence: 0.95,
    method: 'PERCENTILE_BOOTSTRAP',
    resamples: 2000,
    seed: 20120101,
  });
  expect(indirectShare.interval.low).toBeLessThan(indirectShare.share);
  expect(indirectShare.interval.high).toBeGreaterThan(indirectShare.share);
  expect((await eurOf(march)).indirectShare).toEqual(indirectShare);
});
