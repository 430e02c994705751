import { askCounts, countsIn, countsOf } from '../../support/counts.js';
import { CountsFacts } from '../../support/counts-facts.js';
import { Facts } from '../../support/facts.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';

let app: TestApp;
let world: World;
let facts: CountsFacts;

const march = { from: '2026-03-01', to: '2026-03-31' };

beforeAll(async () => {
  app = await TestApp.start();
  facts = new CountsFacts(app.database);
});
afterAll(() => app.stop());

/** Every test has a world of its own. */
beforeEach(async () => {
  world = await World.build(app.database);
});

const inMarch = async (viewer = world.pia, clubId = world.ghentId) =>
  countsIn(await askCounts(app, viewer, clubId, march));
const ofSara = async () => countsOf(await inMarch(), world.sara);

describe('letters', () => {
  test('are counted by kind, and countable weeks are their sum', async () => {
    const { sara, bram, ghentId } = world;
    const letters = ['present', 'present', 'absent', 'late', 'late', 'late', 'medical', 'substitute'];
    for (const [place, letter] of letters.entries()) {
      const meeting = await facts.meeting(ghentId, `2026-03-0${place + 1}`);
      await facts.letter(meeting, sara, letter);
      await facts.letter(meeting, bram, 'present');
    }
    const counts = await inMarch();
    const sums = { present: 2, absent: 1, late: 3, medical: 1, substitute: 1, countableWeeks: 8 };
    expect(countsOf(counts, sara)).toMatchObject(sums);
    expect(countsOf(counts, bram)).toMatchObject({ present: 8, countableWeeks: 8 });
    expect(countsOf(counts, world.cleo)).toMatchObject({ present: 0, countableWeeks: 0 });
    expect(counts.total).toMatchObject({ ...sums, present: 10, countableWeeks: 16 });
  });

  test('of the first and the last day are within the period, those a day away are not', async () => {
    for (const day of ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01']) {
      await facts.letter(await facts.meeting(world.ghentId, day), world.sara, 'present');
    }
    expect(await ofSara()).toMatchObject({ present: 2 });
  });

  test('of open meetings count and make the counts provisional; of planned and cancelled ones never', async () => {
    const { sara, ghentId } = world;
    expect(await inMarch()).toMatchObject({ provisional: false, openMeetings: 0 });
    for (const [state, day] of Object.entries({ planned: '04', cancelled: '05', closed: '06', open: '07' })) {
      await facts.letter(await facts.meeting(ghentId, `2026-03-${day}`, state), sara, 'present');
    }
    await facts.meeting(ghentId, '2026-04-01', 'open');
    await facts.meeting(world.utrechtId, '2026-03-10', 'open');
    const counts = await inMarch();
    expect(counts).toMatchObject({ provisional: true, openMeetings: 1 });
    expect(countsOf(counts, sara)).toMatchObject({ present: 2 });
  });
});

describe('visitors', () => {
  test('count for whoever invited them when they came for the first time, to meetings that were or are held', async () => {
    const { sara, bram, ghentId } = world;
    const meet = (day: string, state?: string) => facts.meeting(ghentId, day, state);
    const [february, first, second] = [
      await meet('2026-02-26'),
      await meet('2026-03-05'),
      await meet('2026-03-12', 'open'),
    ];
    const carl = await facts.contact(sara, 'carl@client.example');
    const sameCarl = await facts.contact(bram, 'Carl@client.example');
    await facts.visit(first, sara, carl);
    await facts.visit(second, bram, sameCarl);
    await facts.visit(second, sara, await facts.contact(sara));
    await facts.visit(second, sara, await facts.contact(sara), null);
    await facts.visit(await meet('2026-03-19', 'cancelled'), sara, await facts.contact(sara));
    await facts.visit(await meet('2026-03-20', 'planned'), sara, await facts.contact(sara));
    const dora = await facts.contact(bram);
    await facts.visit(february, bram, dora);
    await facts.visit(first, bram, dora);
    const counts = await inMarch();
    expect(countsOf(counts, sara)).toMatchObject({ visitors: 2 });
    expect(countsOf(counts, bram)).toMatchObject({ visitors: 0 });
    expect(counts.total).toMatchObject({ visitors: 2 });
  });
});

describe('referrals', () => {
  test('are inside when the giver is the prospect, else outside, and mirror at whoever received them', async () => {
    const { sara, bram, cleo, ghentId: clubId } = world;
    const give = async (from: CastMember, to: CastMember, introduced: boolean) => {
      const introduction = introduced ? await new Facts(app.database).introduction(to, from) : null;
      const day = { at: '2026-03-10T09:00:00Z', on: '2026-03-10' };
      await facts.referral({ of: from, clubId, ...day }, { of: to, clubId, ...day }, introduction?.id ?? null);
    };
    await give(bram, sara, false);
    await give(bram, sara, true);
    await give(bram, cleo, true);
    await give(sara, bram, true);
    const counts = await inMarch();
    expect(countsOf(counts, bram)).toMatchObject({
      referralsGivenInside: 1,
      referralsGivenOutside: 2,
      referralsReceivedInside: 0,
      referralsReceivedOutside: 1,
    });
    expect(countsOf(counts, sara)).toMatchObject({
      referralsGivenInside: 0,
      referralsGivenOutside: 1,
      referralsReceivedInside: 1,
      referralsReceivedOutside: 1,
    });
    expect(counts.total).toMatchObject({
      referralsGivenInside: 1,
      referralsGivenOutside: 3,
      referralsReceivedInside: 1,
      referralsReceivedOutside: 3,
    });
  });

  test("are of the day of giving in the giver's club for him, and in the receiver's club for the other", async () => {
    const { bram, ulf, ghentId, utrechtId } = world;
    await app.database.query(`UPDATE clubs SET time_zone = 'Asia/Tokyo' WHERE id = $1`, [utrechtId]);
    // Ten at night of the last of March in Ghent is the morning of the first of April in Tokyo.
    await facts.referral(
      { of: bram, clubId: ghentId, at: '2026-03-31T20:00:00Z' },
      { of: ulf, clubId: utrechtId, on: '2026-04-01' },
    );
    const given = countsOf(await inMarch(), bram);
    expect(given).toMatchObject({ referralsGivenInside: 1, referralsReceivedInside: 0 });
    const received = async (period: object) =>
      countsOf(countsIn(await askCounts(app, world.tess, utrechtId, period)), ulf).referralsReceivedInside;
    expect(await received(march)).toBe(0);
    expect(await received({ from: '2026-04-01', to: '2026-04-30' })).toBe(1);
  });

  test('given after the last hour of the day in the club are of the next day', async () => {
    const { bram, sara, ghentId: clubId } = world;
    for (const at of ['2026-02-28T22:59:00Z', '2026-02-28T23:00:00Z', '2026-03-31T21:59:00Z', '2026-03-31T22:00:00Z']) {
      await facts.referral({ of: bram, clubId, at }, { of: sara, clubId, on: '2026-03-10' });
    }
    expect(countsOf(await inMarch(), bram)).toMatchObject({ referralsGivenInside: 2 });
  });
});

describe('one-to-ones', () => {
  test('credit both; of two members 2 are in the total, with an outsider 1; only held ones count', async () => {
    const { sara, bram, ulf } = world;
    await facts.oneToOne(sara, bram, '2026-03-10');
    await facts.oneToOne(bram, sara, '2026-03-11');
    await facts.oneToOne(ulf, sara, '2026-03-10');
    await facts.oneToOne(sara, world.cleo, '2026-04-01');
    for (const state of ['accepted', 'declined', 'cancelled']) await facts.oneToOne(sara, world.vik, null, state);
    const counts = await inMarch();
    expect(countsOf(counts, sara)).toMatchObject({ oneToOnes: 3 });
    expect(countsOf(counts, bram)).toMatchObject({ oneToOnes: 2 });
    expect(counts.total).toMatchObject({ oneToOnes: 5 });
    expect((await inMarch(world.tess, world.utrechtId)).total).toMatchObject({ oneToOnes: 1 });
  });
});

test('education units are summed as decimals, corrections included; testimonials count for the giver', async () => {
  const { sara, bram, ghentId } = world;
  for (const units of ['1.50', '0.25', '2', '-0.05']) await facts.units(ghentId, sara, '2026-03-10', units);
  await facts.units(ghentId, bram, '2026-03-10', '0.3');
  await facts.units(ghentId, sara, '2026-04-01', '5');
  await facts.testimonial(ghentId, sara, bram, '2026-03-10');
  await facts.testimonial(ghentId, sara, bram, '2026-03-31');
  await facts.testimonial(ghentId, bram, sara, '2026-02-28');
  const counts = await inMarch();
  expect(countsOf(counts, sara)).toMatchObject({ educationUnits: '3.7', testimonials: 2 });
  expect(countsOf(counts, bram)).toMatchObject({ educationUnits: '0.3', testimonials: 0 });
  expect(counts.total).toMatchObject({ educationUnits: '4', testimonials: 2 });
});
