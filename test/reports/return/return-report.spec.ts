import { Facts } from '../../support/facts.js';
import { askReturnOfSeat, reportIn } from '../../support/return-report.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';

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

/** Sara's spring: two direct deals, three indirect ones, one own acquisition; and one deal in the winter before. */
async function writeFacts(): Promise<void> {
  const { sara, bram, cleo, ghentId: clubId } = world;
  const second = await facts.introduction(sara, bram);
  const third = await facts.introduction(sara, bram, second);
  const fifth = await facts.chain(sara, cleo, 5);
  const ofSara = { seller: sara, clubId };
  await facts.deal({ ...ofSara, closedOn: '2026-03-01', amountMinor: 10_000, direct: true });
  await facts.deal({ ...ofSara, closedOn: '2026-05-31', amountMinor: 5_000, direct: true, repeat: true });
  await facts.deal({ ...ofSara, closedOn: '2026-03-15', amountMinor: 30_000, origin: second });
  await facts.deal({ ...ofSara, closedOn: '2026-03-31', amountMinor: 15_000, origin: third });
  await facts.deal({ ...ofSara, closedOn: '2026-05-02', amountMinor: 40_000, origin: fifth, repeat: true });
  await facts.deal({ ...ofSara, closedOn: '2026-04-04', amountMinor: 99_999 });
  await facts.deal({ ...ofSara, closedOn: '2026-02-28', amountMinor: 7_700, origin: second });
  await facts.deal({ ...ofSara, closedOn: '2026-06-01', amountMinor: 8_800, origin: second });
  await facts.referral({
    clubId,
    from: bram,
    to: sara,
    givenOn: '2026-01-10',
    stage: 'customer',
    introduction: second,
  });
  await facts.referral({ clubId, from: cleo, to: sara, givenOn: '2026-03-01', stage: 'customer' });
  await facts.referral({ clubId, from: cleo, to: sara, givenOn: '2026-05-31', stage: 'lost' });
  await facts.referral({ clubId, from: sara, to: cleo, givenOn: '2026-04-01', stage: 'customer' });
}

const report = async () => reportIn(await askReturnOfSeat(app, world.sara, world.sara.membershipId, spring));
const eur = async () => (await report()).currencies[0];
const euros = (amount: string) => ({ amount, currency: 'EUR' });

test('a report names its subject and its period, with the first and the last day within', async () => {
  expect(await report()).toMatchObject({
    club: { id: world.ghentId },
    membership: { id: world.sara.membershipId },
    smallestGroup: 1,
    suppressedCurrencies: [],
    ...spring,
  });
  expect((await eur()).return).toEqual({ deals: 5, amount: euros('1000.00') });
});

test('return is shown by degree 1, 2, 3, and 4 with all beyond, each with its share', async () => {
  expect((await eur()).byDegree).toEqual([
    { degree: 1, deals: 2, amount: euros('150.00'), share: 0.15 },
    { degree: 2, deals: 1, amount: euros('300.00'), share: 0.3 },
    { degree: 3, deals: 1, amount: euros('150.00'), share: 0.15 },
    { degree: 4, deals: 1, amount: euros('400.00'), share: 0.4 },
  ]);
});

test('own acquisition stands apart and is in no other figure', async () => {
  const { ownAcquisition, newReturn, repeatReturn, byMonth, businessWithFellowMembers } = await eur();
  expect(ownAcquisition).toEqual({ deals: 1, amount: euros('999.99') });
  expect(newReturn).toEqual({ deals: 3, amount: euros('550.00') });
  expect(repeatReturn).toEqual({ deals: 2, amount: euros('450.00') });
  expect(businessWithFellowMembers).toEqual({ deals: 2, amount: euros('150.00') });
  expect(byMonth).toEqual([
    { month: '2026-03', direct: { amount: '100.00' }, indirect: { amount: '450.00' } },
    { month: '2026-04', direct: { amount: '0.00' }, indirect: { amount: '0.00' } },
    { month: '2026-05', direct: { amount: '50.00' }, indirect: { amount: '400.00' } },
  ]);
});

test('the indirect share is the return of the second degree and beyond over all return', async () => {
  expect((await eur()).indirectShare).toEqual({
    share: 0.85,
    deals: 5,
    enoughData: false,
    largestShare: 0.4,
    referenceShare: 0.9,
    interval: null,
  });
});

test('referrals count by the day they were given, and as converted when their prospect is a customer', async () => {
  expect((await report()).referralsReceived).toEqual({ count: 2, converted: 1 });
});

test('return from referrals is indirect and has a referral anywhere in its chain, whenever it was given', async () => {
  expect((await eur()).returnFromReferrals).toEqual(euros('450.00'));
});

test('the period before ends the day before, has as many days and the same figures', async () => {
  const { before } = await report();
  expect(before).toMatchObject({
    from: '2025-11-29',
    to: '2026-02-28',
    referralsReceived: { count: 1, converted: 1 },
    currencies: [{ return: { deals: 1, amount: euros('77.00') }, indirectShare: { share: 1, deals: 1 } }],
  });
});

test('a period without any deal has no currency', async () => {
  const empty = { from: '2027-01-01', to: '2027-01-31' };
  const { currencies, referralsReceived } = reportIn(
    await askReturnOfSeat(app, world.sara, world.sara.membershipId, empty),
  );
  expect({ currencies, referralsReceived }).toEqual({ currencies: [], referralsReceived: { count: 0, converted: 0 } });
});
