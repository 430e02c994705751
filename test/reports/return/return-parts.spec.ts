import { Facts } from '../../support/facts.js';
import { partsOfSeat } from '../../support/return-report.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';

let app: TestApp;
let world: World;
let facts: Facts;

const spring = { from: '2026-03-01', to: '2026-05-31' };
const june = '2026-06-15T12:00:00Z';

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  facts = new Facts(app.database);
  await writeReferrals();
  await writeMeetings();
});
afterAll(() => app.stop());

/** What Sara was given in spring, and what came of it: the figures below are counted from this by hand. */
async function writeReferrals(): Promise<void> {
  const { sara, bram, cleo, ghentId: clubId } = world;
  const carl = await facts.introduction(sara, bram);
  const dora = await facts.introduction(sara, bram, carl);
  const give = (from: CastMember, givenAt: string, more: object) =>
    facts.referral({ clubId, from, to: sara, givenOn: givenAt.slice(0, 10), givenAt, ...more });
  await give(bram, '2026-03-02T08:00Z', {
    introduction: carl,
    promisedFor: '2026-03-03T08:00Z',
    firstContactAt: '2026-03-02T12:00Z',
    moves: [
      ['prospect', '2026-03-02T12:00Z'],
      ['hot_prospect', '2026-03-12T08:00Z'],
      ['customer', '2026-04-01T08:00Z'],
    ],
  });
  await give(cleo, '2026-03-10T08:00Z', {
    introduction: dora,
    promisedFor: '2026-03-10T20:00Z',
    firstContactAt: '2026-03-10T18:00Z',
    moves: [
      ['prospect', '2026-03-10T18:00Z'],
      ['lost', '2026-03-20T08:00Z'],
    ],
  });
  await give(cleo, '2026-04-01T08:00Z', {
    promisedFor: '2026-04-04T08:00Z',
    firstContactAt: '2026-04-05T08:00Z',
    moves: [
      ['customer', '2026-04-05T08:00Z'],
      ['prospect', '2026-05-01T08:00Z'],
    ],
  });
  await give(bram, '2026-05-01T08:00Z', { promisedFor: '2026-05-02T08:00Z' });
  await give(bram, '2026-05-02T08:00Z', {
    promisedFor: '2026-05-03T08:00Z',
    moves: [['declined', '2026-05-02T10:00Z']],
  });
  await give(bram, '2026-05-31T08:00Z', { promisedFor: '2026-07-01T08:00Z' });
  await give(bram, '2026-06-01T08:00Z', { promisedFor: '2026-06-02T08:00Z' });
  const sell = { seller: sara, clubId, closedOn: '2026-04-01', amountMinor: 30_000 };
  await facts.deal({ ...sell, origin: carl });
  const later = await facts.deal({ ...sell, origin: dora, closedOn: '2027-01-10', amountMinor: 15_000 });
  await facts.adjustment(later, '2027-02-01', -5_000);
  await facts.deal({ ...sell, origin: dora, currency: 'JPY', amountMinor: 9_000, visibility: 'hidden' });
  await facts.deal({ ...sell, direct: true, amountMinor: 10_000 });
}

async function writeMeetings(): Promise<void> {
  const { sara, bram, tess, ghentId: clubId } = world;
  const meet = (heldOn: string, letter: string, focus: string | null, more: object = {}) =>
    facts.meeting({
      clubId,
      heldOn,
      letters: [
        [sara, letter],
        [bram, 'present'],
      ],
      presentations: [[sara, focus]],
      ...more,
    });
  await meet('2026-03-05', 'present', 'asks_for_referral');
  await meet('2026-03-12', 'late', 'sells_to_room', { minutes: 120 });
  await meet('2026-03-19', 'absent', null);
  await meet('2026-03-26', 'present', 'sells_to_room', { state: 'open' });
  await meet('2026-05-07', 'substitute', 'asks_for_referral');
  await meet('2026-06-04', 'present', 'sells_to_room');
  await facts.oneToOne(sara, bram, '2026-03-10');
  await facts.oneToOne(tess, sara, '2026-05-31');
  await facts.oneToOne(sara, bram, '2026-06-02');
}

const parts = (viewer: CastMember = world.sara, instant = june, period = spring) =>
  app.at(instant, () => partsOfSeat(app, viewer, viewer.membershipId, period));

test('the funnel counts whatever was ever reached, a stage that was passed over too, and the days from giving', async () => {
  expect((await parts()).funnel).toEqual({
    stages: [
      { stage: 'SUSPECT', referrals: 6, conversionToNext: 0.5, medianDays: 0 },
      { stage: 'PROSPECT', referrals: 3, conversionToNext: 2 / 3, medianDays: 10 / 24 },
      { stage: 'HOT_PROSPECT', referrals: 2, conversionToNext: 1, medianDays: 7 },
      { stage: 'CUSTOMER', referrals: 2, conversionToNext: null, medianDays: 17 },
    ],
    lost: 1,
    declined: 1,
  });
});

test('promises are judged when there was a contact or they are overdue, and not when it was declined without', async () => {
  expect((await parts()).promises).toEqual({
    referrals: 4,
    early: 1,
    kept: 1,
    late: 1,
    overdue: 1,
    keptShare: 0.5,
    targetReferrals: 5,
    withinTargetShare: 0.4,
    medianHours: 10,
  });
});

test('a promise is not overdue before its moment', async () => {
  const { promises } = await parts(world.sara, '2026-05-02T07:59:00Z');
  expect(promises).toMatchObject({ referrals: 3, overdue: 0, keptShare: 2 / 3, targetReferrals: 3 });
  expect((await parts(world.sara, '2026-05-02T08:00:01Z')).promises).toMatchObject({ referrals: 4, overdue: 1 });
});

test('lifetime value is of all deals below the referrals, each once and whenever it was', async () => {
  expect((await parts()).lifetimeValue).toEqual([
    { currency: 'EUR', value: { deals: 2, amount: { amount: '400.00' } } },
    { currency: 'JPY', value: { deals: 1, amount: { amount: '9000' } } },
  ]);
});

test('of referrals given one sees what is shown to him as the root, and nothing of what is hidden', async () => {
  const euros = { currency: 'EUR', value: { deals: 2, amount: { amount: '400.00' } } };
  expect((await parts(world.bram)).givenLifetimeValue).toEqual([euros]);
  // Cleo gave what sprang from Bram's introduction: the root is Bram.
  expect((await parts(world.cleo)).givenLifetimeValue).toEqual([{ currency: 'EUR', value: null }]);
  expect((await parts(world.sara)).givenLifetimeValue).toEqual([]);
});

test('return on effort: fee by days, hours of closed meetings and one-to-ones, at one’s own rate', async () => {
  // 900.00 a year for 92 days; 90 and 120 minutes in meetings, two hours of one-to-ones.
  const effort = { indirectReturn: { amount: '300.00' }, seatDays: 92, fee: { amount: '226.85' } };
  const hours = { meetings: 2, meetingHours: 3.5, oneToOnes: 2, oneToOneHours: 2 };
  const withoutRate = { hourlyRate: null, timeCost: null, ratio: 300 / 226.85 };
  expect((await parts()).returnOnEffort).toEqual({ ...effort, ...hours, ...withoutRate });
  const rate = { membershipId: world.sara.membershipId, hourlyRate: '50' };
  await app.act(world.sara, 'changeHourlyRate', rate, 'membership { id }');
  const withRate = { hourlyRate: { amount: '50.00' }, timeCost: { amount: '275.00' }, ratio: 300 / 501.85 };
  expect((await parts()).returnOnEffort).toEqual({ ...effort, ...hours, ...withRate });
});

test('days to come and days without the seat cost nothing', async () => {
  const daysAt = async (instant: string, viewer: CastMember) => (await parts(viewer, instant)).returnOnEffort;
  expect(await daysAt('2026-03-10T12:00:00Z', world.sara)).toMatchObject({ seatDays: 10, fee: { amount: '24.66' } });
  expect(await daysAt('2026-02-10T12:00:00Z', world.sara)).toMatchObject({ seatDays: 0, meetings: 0, ratio: null });
  const late = await world.member('Lena', 'Nijs', world.utrechtId, 'Baker', '2026-05-30');
  expect(await daysAt(june, late)).toMatchObject({ seatDays: 2, oneToOnes: 0 });
});

test('effort by degree: the presentations in closed meetings that asked, and that sold, by month', async () => {
  expect((await parts()).effortByDegree).toEqual({
    asked: 2,
    sold: 1,
    unmarked: 1,
    askedShare: 2 / 3,
    byMonth: [
      { month: '2026-03', asked: 1, sold: 1 },
      { month: '2026-04', asked: 0, sold: 0 },
      { month: '2026-05', asked: 1, sold: 0 },
    ],
  });
});

describe('beside the median of the club', () => {
  const autumn = { from: '2026-09-01', to: '2026-11-30' };
  const median = async (viewer: CastMember, period = autumn) =>
    (await parts(viewer, '2027-01-01T12:00:00Z', period)).clubMedian;
  /** A member who received so many referrals, kept the promises of the first, and sold for so much directly. */
  const play = async (member: CastMember, referrals: number, directMinor: number) => {
    const { ghentId: clubId, sara, vik } = world;
    const from = member === vik ? sara : vik;
    for (let count = 0; count < referrals; count += 1) {
      const kept = { firstContactAt: '2026-09-10 20:00', moves: [['prospect', '2026-09-10 20:00'] as const] };
      await facts.referral({ clubId, from, to: member, givenOn: '2026-09-10', ...(count === 0 ? kept : {}) });
    }
    const sale = { seller: member, clubId, closedOn: '2026-11-30' };
    await facts.deal({ ...sale, amountMinor: directMinor, direct: true });
    await facts.deal({ ...sale, amountMinor: 10_000, origin: await facts.introduction(member, from) });
    await facts.deal({ ...sale, amountMinor: 77_777, currency: 'USD', direct: true });
  };

  test('there is none while fewer than five members contributed', async () => {
    const { sara, bram, cleo, pia } = world;
    await play(sara, 1, 30_000);
    await play(bram, 2, 2_345);
    await play(cleo, 4, 90_000);
    await play(pia, 5, 10_000);
    const none = { indirectShare: null, return: null, referralsReceived: null, keptShare: null };
    expect(await median(sara)).toEqual({ members: 5, ...none });
  });

  test('with the fifth there is, of those who had a seat in the period', async () => {
    await play(world.vik, 3, 1_234);
    // Returns 123.45, 112.34, 200.00, 400.00, 1000.00; of each 100.00 are indirect. Promises kept: one of each.
    const expected = { members: 5, indirectShare: 0.5, return: { amount: '200.00' }, referralsReceived: 3 };
    expect(await median(world.sara)).toEqual({ ...expected, keptShare: 1 / 3 });
    expect(await median(world.bram)).toEqual({ ...expected, keptShare: 1 / 3 });
    const newcomer = await world.member('Nora', 'Bos', world.ghentId, 'Painter', '2026-11-30');
    // Between 123.45 and 200.00 lie 161.725, to two digits 160.00; the newcomer counts with nothing.
    expect(await median(newcomer)).toMatchObject({ members: 6, return: { amount: '160.00' }, referralsReceived: 2.5 });
  });

  test('it is not for who has left the club, and not of a club too small', async () => {
    await app.database.query(`UPDATE memberships SET left_on = '2026-12-24' WHERE id = $1`, [world.cleo.membershipId]);
    expect(await median(world.cleo)).toBeNull();
    expect(await median(world.pia)).toMatchObject({ members: 6 });
    expect(await median(world.tess)).toBeNull();
  });
});

test('the plain report reads nothing of these parts, and each of them takes one statement more', async () => {
  const statements = (selection: string) =>
    app.countQueries(() =>
      app.query(world.sara, `{ membership(id: "${world.sara.membershipId}") { returnReport { ${selection} } } }`),
    );
  const plain = await statements('from');
  const funnel = 'funnel { lost }';
  expect(await statements(funnel)).toBe(plain + 1);
  expect(await statements(`${funnel} before { ${funnel} }`)).toBe(plain + 1);
  const all = `${funnel} promises { referrals } lifetimeValue { currency } givenLifetimeValue { currency } returnOnEffort { ratio } effortByDegree { asked } clubMedian { members }`;
  expect(await statements(`${all} before { ${all} }`)).toBe(plain + 7);
});
