import { Facts } from '../../support/facts.js';
import { askReturnOfClub, askReturnOfSeat, reportIn } from '../../support/return-report.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';

let app: TestApp;
let world: World;
let facts: Facts;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  facts = new Facts(app.database);
});
afterAll(() => app.stop());

/** The five of Ghent. Every test below has a month of its own. */
const ghent = () => [world.sara, world.bram, world.cleo, world.pia, world.vik];
const sell = (seller: CastMember, closedOn: string, more: object = {}) =>
  facts.deal({ seller, clubId: world.ghentId, closedOn, amountMinor: 1_000, direct: true, ...more });
const clubReport = async (viewer: CastMember, period: { from: string; to: string }) =>
  reportIn(await askReturnOfClub(app, viewer, world.ghentId, period));

describe('the report of a seat', () => {
  const asked = async (viewer: CastMember) =>
    (await askReturnOfSeat(app, viewer, world.sara.membershipId)).data.membership?.returnReport ?? null;

  test('is for the member himself', async () => {
    expect(await asked(world.sara)).toMatchObject({ smallestGroup: 1 });
  });

  test.each(['pia', 'bram', 'tess', 'dirk', 'ada', 'otto'] as const)('is not for %s', async (name) => {
    expect(await asked(world[name])).toBeNull();
  });

  test('stays his own after he left', async () => {
    const left = await world.member('Lena', 'Nijs', world.ghentId, 'Baker');
    await app.database.query(`UPDATE memberships SET left_on = '2026-02-01' WHERE id = $1`, [left.membershipId]);
    await sell(left, '2026-01-20');
    const period = { from: '2026-01-01', to: '2026-01-31' };
    const report = reportIn(await askReturnOfSeat(app, left, left.membershipId, period));
    expect(report.currencies).toMatchObject([{ return: { deals: 1, amount: { amount: '10.00' } } }]);
    const ofClub = await askReturnOfClub(app, left, world.ghentId, period);
    expect(ofClub.data.club?.returnReport ?? null).toBeNull();
  });
});

describe('the report of a club', () => {
  test.each([
    ['sara', 3],
    ['pia', 3],
    ['dirk', 5],
  ] as const)('is for %s, who sees sums of %d members or more', async (name, smallestGroup) => {
    const report = await clubReport(world[name], { from: '2026-03-01', to: '2026-03-31' });
    expect(report).toMatchObject({ club: { id: world.ghentId }, membership: null, smallestGroup });
  });

  test.each(['tess', 'ada', 'otto'] as const)('is not for %s', async (name) => {
    const { data } = await askReturnOfClub(app, world[name], world.ghentId);
    expect(data.club?.returnReport ?? null).toBeNull();
  });

  test('a director sees the clubs of his regions only', async () => {
    const { data } = await askReturnOfClub(app, world.dirk, world.utrechtId);
    expect(data.club.returnReport).toBeNull();
  });
});

describe('a sum of too few members', () => {
  test('is left out for members and board below three sellers, and the currency named', async () => {
    const [first, second, third] = ghent();
    for (const seller of [first, second]) if (seller) await sell(seller, '2026-04-10', { amountMinor: 5_000 });
    const april = { from: '2026-04-01', to: '2026-04-30' };
    for (const viewer of [world.cleo, world.pia, world.sara]) {
      expect(await clubReport(viewer, april)).toMatchObject({ currencies: [], suppressedCurrencies: ['EUR'] });
    }
    if (third) await sell(third, '2026-04-30');
    expect(await clubReport(world.vik, april)).toMatchObject({
      currencies: [{ currency: 'EUR', return: { deals: 3, amount: { amount: '110.00' } } }],
      suppressedCurrencies: [],
    });
  });

  test('is left out for a director below five', async () => {
    const may = { from: '2026-05-01', to: '2026-05-31' };
    for (const seller of ghent().slice(1)) await sell(seller, '2026-05-10');
    expect(await clubReport(world.dirk, may)).toMatchObject({ currencies: [], suppressedCurrencies: ['EUR'] });
    expect((await clubReport(world.pia, may)).currencies).toHaveLength(1);
    await sell(world.sara, '2026-05-11');
    expect(await clubReport(world.dirk, may)).toMatchObject({
      currencies: [{ return: { deals: 5, amount: { amount: '50.00' } } }],
      suppressedCurrencies: [],
    });
  });

  test('is judged by currency, and in the period before by itself', async () => {
    for (const seller of ghent()) await sell(seller, '2026-06-20');
    for (const seller of ghent().slice(0, 2)) await sell(seller, '2026-06-21', { currency: 'USD' });
    await sell(world.sara, '2026-06-09', { currency: 'USD' });
    expect(await clubReport(world.pia, { from: '2026-06-16', to: '2026-06-30' })).toMatchObject({
      currencies: [{ currency: 'EUR' }],
      suppressedCurrencies: ['USD'],
      before: { currencies: [], suppressedCurrencies: ['USD'] },
    });
  });

  test('counts members, not seats and not deals: who left and came back is one', async () => {
    const { personId } = world.sara;
    await app.database.query(`UPDATE memberships SET left_on = '2026-07-10' WHERE id = $1`, [world.sara.membershipId]);
    const again = { ...world.sara, membershipId: await world.seat(personId, world.ghentId, 'Writer', '2026-07-15') };
    for (const seller of [world.sara, again, again, world.bram]) await sell(seller, '2026-07-20');
    const july = { from: '2026-07-01', to: '2026-07-31' };
    expect(await clubReport(world.pia, july)).toMatchObject({ suppressedCurrencies: ['EUR'] });
  });

  test('may be of one who only adjusted: whoever has money in it has contributed', async () => {
    const august = { from: '2026-08-01', to: '2026-08-31' };
    for (const seller of [world.bram, world.cleo]) await sell(seller, '2026-08-20');
    const older = await sell(world.vik, '2026-02-20');
    await facts.adjustment(older, '2026-08-05', -100);
    expect(await clubReport(world.pia, august)).toMatchObject({
      currencies: [{ return: { deals: 2, amount: { amount: '19.00' } } }],
    });
  });

  test('is not uncovered by own acquisition, which is judged apart', async () => {
    const september = { from: '2026-09-01', to: '2026-09-30' };
    for (const seller of ghent().slice(0, 3)) await sell(seller, '2026-09-20');
    await sell(world.sara, '2026-09-21', { direct: false });
    expect((await clubReport(world.pia, september)).currencies).toMatchObject([{ ownAcquisition: null }]);
    for (const seller of [world.bram, world.vik]) await sell(seller, '2026-09-22', { direct: false });
    expect((await clubReport(world.pia, september)).currencies).toMatchObject([{ ownAcquisition: { deals: 3 } }]);
  });

  test('of own acquisition alone does not let a few networking deals through', async () => {
    const october = { from: '2026-10-01', to: '2026-10-31' };
    for (const seller of ghent()) await sell(seller, '2026-10-20', { direct: false });
    expect((await clubReport(world.pia, october)).currencies).toMatchObject([
      { return: { deals: 0 }, ownAcquisition: { deals: 5 } },
    ]);
    await sell(world.bram, '2026-10-21');
    expect(await clubReport(world.pia, october)).toMatchObject({ currencies: [], suppressedCurrencies: ['EUR'] });
  });

  test('of referrals is left out as well, while none at all is no secret', async () => {
    const november = { from: '2026-11-01', to: '2026-11-30' };
    const give = (to: CastMember) =>
      facts.referral({ clubId: world.ghentId, from: world.vik, to, givenOn: '2026-11-10', stage: 'customer' });
    const received = async (viewer: CastMember) => (await clubReport(viewer, november)).referralsReceived;
    expect(await received(world.pia)).toEqual({ count: 0, converted: 0 });
    for (const to of [world.sara, world.bram, world.bram]) await give(to);
    expect(await received(world.pia)).toBeNull();
    await give(world.cleo);
    expect(await received(world.pia)).toEqual({ count: 4, converted: 4 });
    expect(await received(world.dirk)).toBeNull();
  });
});
