import { Facts } from '../../support/facts.js';
import { askReturnOfClub, askReturnOfSeat, partsOfClub, partsOfSeat, reportIn } from '../../support/return-report.js';
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

/** Each test has a month of 2027 of its own. */
describe('what a sum is parted into', () => {
  const month = (number: string) => ({ from: `2027-${number}-01`, to: `2027-${number}-28` });
  const within = (number: string) => `2027-${number}-10`;
  const indirectly = async (seller: CastMember, closedOn: string, more: object = {}) => {
    const by = seller === world.vik ? world.pia : world.vik;
    return sell(seller, closedOn, { direct: false, origin: await facts.introduction(seller, by), ...more });
  };
  const euros = async (viewer: CastMember, number: string) => (await clubReport(viewer, month(number))).currencies[0];

  test('does not tell the indirect return of one seller, in any figure that divides it from the direct', async () => {
    for (const seller of ghent()) await sell(seller, within('01'));
    await indirectly(world.sara, within('01'), { amountMinor: 123_456 });
    const shown = await euros(world.pia, '01');
    const none = { deals: null, amount: null, share: null };
    expect(shown).toMatchObject({
      return: { deals: 6 },
      byDegree: [1, 2, 3, 4].map((degree) => ({ degree, ...none })),
      byMonth: [{ direct: null, indirect: null }],
      indirectShare: { share: null, interval: null },
      businessWithFellowMembers: null,
      returnFromReferrals: null,
    });
    expect(JSON.stringify(shown)).not.toContain('1234.56');
  });

  test('does not leave one degree to be computed from the rest', async () => {
    for (const seller of ghent()) await sell(seller, within('02'));
    for (const seller of ghent().slice(0, 4)) await indirectly(seller, within('02'));
    const third = await facts.chain(world.bram, world.vik, 3);
    await sell(world.bram, within('02'), { direct: false, origin: third, amountMinor: 123_456 });
    // Degree 3 is one seller's, and degree 2 would be the way to it; of degree 4 is nothing.
    expect((await euros(world.pia, '02')).byDegree).toMatchObject([
      { deals: 5 },
      { deals: null, amount: null, share: null },
      { deals: null, amount: null, share: null },
      { deals: 0 },
    ]);
  });

  test('does not tell new from repeat when one seller brought all that is repeat', async () => {
    for (const seller of ghent()) await sell(seller, within('03'));
    await sell(world.cleo, within('03'), { repeat: true, amountMinor: 123_456 });
    expect(await euros(world.pia, '03')).toMatchObject({ newReturn: null, repeatReturn: null, return: { deals: 6 } });
  });

  test('does not tell a month of one seller, nor the only other one', async () => {
    for (const seller of ghent()) await sell(seller, within('04'));
    await sell(world.cleo, within('05'), { amountMinor: 123_456 });
    const { currencies } = await clubReport(world.pia, { from: '2027-04-01', to: '2027-05-31' });
    expect(currencies).toMatchObject([
      { byMonth: [{ direct: null }, { direct: null }], businessWithFellowMembers: { deals: 6 } },
    ]);
  });

  test('does not tell how large the largest deal was: members learn a twentieth, directors nothing', async () => {
    for (const seller of ghent()) await sell(seller, within('06'), { amountMinor: 10_000 });
    await sell(world.sara, within('06'), { amountMinor: 37_700 });
    expect((await euros(world.pia, '06')).indirectShare.largestShare).toBe(0.45);
    expect((await euros(world.dirk, '06')).indirectShare.largestShare).toBeNull();
    const own = reportIn(await askReturnOfSeat(app, world.sara, world.sara.membershipId, month('06')));
    expect(own.currencies[0].indirectShare.largestShare).toBe(377 / 477);
  });

  test('does not tell which referrals of one receiver became customers or were contacted too late', async () => {
    const give = (to: CastMember, more: object = {}) => {
      const from = to === world.vik ? world.pia : world.vik;
      const contact = { firstContactAt: '2027-07-10 12:00', moves: [['prospect', '2027-07-10 12:00'] as const] };
      return facts.referral({ clubId: world.ghentId, from, to, givenOn: within('07'), ...contact, ...more });
    };
    for (const to of ghent()) await give(to);
    const late = { firstContactAt: '2027-07-20 12:00', moves: [['customer', '2027-07-20 12:00']] };
    await give(world.bram, late);
    const { referralsReceived } = await clubReport(world.pia, month('07'));
    expect(referralsReceived).toEqual({ count: 6, converted: null });
    const parts = await app.at('2027-12-01T12:00:00Z', () => partsOfClub(app, world.pia, world.ghentId, month('07')));
    expect(parts.funnel.stages.map(({ referrals }: { referrals: number | null }) => referrals)).toEqual([
      6,
      6,
      null,
      null,
    ]);
    const silent = { early: null, kept: null, late: null, overdue: null, keptShare: null, withinTargetShare: null };
    expect(parts.promises).toMatchObject({ referrals: 6, ...silent });
    for (const to of [world.sara, world.cleo]) await give(to, late);
    const more = await app.at('2027-12-01T12:00:00Z', () => partsOfClub(app, world.pia, world.ghentId, month('07')));
    expect(more.funnel.stages).toMatchObject([{}, {}, { referrals: 3 }, { referrals: 3 }]);
    expect(more.promises).toMatchObject({ late: 3, keptShare: 5 / 8 });
  });

  test('lifetime value mixes three sellers whose amounts the viewer does not see anyhow, hidden ones being in none', async () => {
    const lead = async (seller: CastMember, visibility: string) => {
      const introduction = await facts.introduction(seller, world.vik);
      const referral = { clubId: world.ghentId, from: world.vik, to: seller, givenOn: within('08'), introduction };
      await facts.referral(referral);
      await sell(seller, '2027-08-20', { direct: false, origin: introduction, visibility });
    };
    const ofClub = async () => (await partsOfClub(app, world.pia, world.ghentId, month('08'))).lifetimeValue;
    const given = async () =>
      (await partsOfSeat(app, world.vik, world.vik.membershipId, month('08'))).givenLifetimeValue;
    await lead(world.sara, 'band');
    await lead(world.bram, 'only_the_sum');
    await lead(world.pia, 'hidden');
    // Pia sees her own; the others are two.
    expect(await ofClub()).toEqual([{ currency: 'EUR', value: null }]);
    expect(await given()).toEqual([{ currency: 'EUR', value: null }]);
    await lead(world.cleo, 'band');
    expect(await ofClub()).toMatchObject([{ value: { deals: 4, amount: { amount: '40.00' } } }]);
    expect(await given()).toMatchObject([{ value: { deals: 3, amount: { amount: '30.00' } } }]);
    expect((await partsOfClub(app, world.dirk, world.ghentId, month('08'))).lifetimeValue).toMatchObject([
      { value: null },
    ]);
  });

  test('what happens in meetings is for the members; a director learns of five or more', async () => {
    const { ghentId: clubId } = world;
    const turn = (member: CastMember) => [member, 'asks_for_referral'] as const;
    await facts.meeting({ clubId, heldOn: within('09'), presentations: ghent().slice(0, 4).map(turn) });
    const asked = async (viewer: CastMember) =>
      (await partsOfClub(app, viewer, clubId, month('09'))).effortByDegree.asked;
    expect([await asked(world.pia), await asked(world.dirk)]).toEqual([4, null]);
    await facts.meeting({ clubId, heldOn: '2027-09-17', presentations: ghent().slice(4).map(turn) });
    expect([await asked(world.pia), await asked(world.dirk)]).toEqual([5, 5]);
  });
});
