import { HalfYear } from '../../support/scorecards.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';

let app: TestApp;
let world: World;
let written: HalfYear;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

/** Every test has a world of its own. */
beforeEach(async () => {
  world = await World.build(app.database);
  written = new HalfYear(app, world);
});

const figures = `from to size sizeBefore joined left growth retention referralsGiven referralsPerMemberPerMonth visitors
  visitorsJoinedShare referralsReceived becameCustomersShare absenceRate`;
const asked = `query ($id: UUID!, $period: PeriodInput) { club(id: $id) {
  scorecard(period: $period) { ${figures} before { ${figures} } }
} }`;
const april = { from: '2026-04-01', to: '2026-04-30' };
const execute = (viewer: CastMember | null, period: object | null = april, id = world.ghentId) =>
  app.at('2026-05-10T10:00:00Z', () => app.execute(viewer, asked, { id, period }));
const scorecard = async (viewer: CastMember, period: object | null = april) =>
  (await execute(viewer, period)).data?.club?.scorecard ?? null;

/** Five had a seat in March; in April Cleo left, two joined, and one of them left again. */
async function writeGoldenApril(): Promise<void> {
  const { sara, bram, pia, vik, cleo, ghentId, ulf, utrechtId } = world;
  const { counts } = written;
  await counts.leave(cleo, '2026-04-16');
  const noor = await world.member('Noor', 'New', ghentId, 'Baker', '2026-04-11');
  await counts.leave(await world.member('Olaf', 'Off', ghentId, 'Writer', '2026-04-21'), '2026-04-26');
  await written.letters(sara, { '2026-04-03': 'present', '2026-04-10': 'absent', '2026-03-31': 'absent' });
  await written.letters(bram, { '2026-04-17': 'late', '2026-04-24': 'medical' });
  await written.letters(bram, { '2026-04-29': 'absent' }, 'open');
  for (const [from, at] of [
    [sara, '2026-03-31T22:00:00Z'],
    [bram, '2026-04-15T09:00:00Z'],
    [vik, '2026-04-30T21:59:00Z'],
    [vik, '2026-04-30T22:00:00Z'],
    [sara, '2026-03-31T21:59:00Z'],
  ] as const) {
    await written.referral(from, pia, at);
  }
  await counts.referral(
    { of: ulf, clubId: utrechtId, at: '2026-04-05T09:00:00Z' },
    { of: sara, clubId: ghentId, on: '2026-04-05' },
  );
  await app.database.query(`UPDATE referrals SET stage = 'customer' WHERE giver_id = $1`, [ulf.personId]);
  await counts.referral(
    { of: ulf, clubId: utrechtId, at: '2026-04-06T09:00:00Z' },
    { of: bram, clubId: ghentId, on: '2026-04-06' },
  );
  await app.database.query('UPDATE referrals SET stage = $2 WHERE giver_id = $1', [bram.personId, 'customer']);
  await written.visit(sara, '2026-04-02');
  const meeting = await counts.meeting(ghentId, '2026-04-09');
  const contactId = await counts.contact(bram);
  await app.database.query('UPDATE contacts SET person_id = $2 WHERE id = $1', [contactId, noor.personId]);
  await counts.visit(meeting, bram, contactId);
}

test('the golden April: size, growth, retention and what its members did, as it comes to by hand', async () => {
  await writeGoldenApril();
  const golden = await scorecard(world.sara);
  // Four of thirty days, one of fifteen, one of twenty, one of five.
  const seatDays = 4 * 30 + 15 + 20 + 5;
  expect(golden).toMatchObject({
    ...april,
    ...{ size: 5, sizeBefore: 5, joined: 2, left: 2, growth: 0, retention: 0.8, visitors: 2, visitorsJoinedShare: 0.5 },
    ...{ referralsGiven: 3, absenceRate: 0.25 },
  });
  expect(golden.referralsPerMemberPerMonth).toBeCloseTo(3 / (seatDays / 30.4375), 12);
  expect(golden.before).toMatchObject({
    ...{ from: '2026-03-02', to: '2026-03-31', size: 5, sizeBefore: 5, joined: 0, left: 0, growth: 0, retention: 1 },
    ...{ referralsGiven: 1, absenceRate: 1, visitors: 0, visitorsJoinedShare: null },
  });
});

test('customers are counted by the referrals its members received, once three of them received any', async () => {
  await writeGoldenApril();
  // By the day in the club of the receiver: Pia three times, Sara and Bram; of these two made a customer.
  expect(await scorecard(world.sara)).toMatchObject({ referralsReceived: 5, becameCustomersShare: 0.4 });
  expect((await scorecard(world.sara)).before).toMatchObject({ referralsReceived: null, becameCustomersShare: null });
});

test('a club that has just begun has no growth and no retention, and one in which nothing happened no rates', async () => {
  expect(await scorecard(world.sara, { from: '2026-01-01', to: '2026-01-31' })).toMatchObject({
    ...{ size: 5, sizeBefore: 0, joined: 5, left: 0, growth: null, retention: null, referralsGiven: 0 },
    ...{ referralsPerMemberPerMonth: 0, visitors: 0, absenceRate: null, becameCustomersShare: null },
    before: { size: 0, referralsPerMemberPerMonth: null },
  });
});

test('who changed his seat for another has stayed', async () => {
  const { sara, ghentId } = world;
  await written.counts.leave(sara, '2026-04-10');
  await world.seat(sara.personId, ghentId, 'Painter', '2026-04-12');
  expect(await scorecard(world.pia)).toMatchObject({ joined: 1, left: 1, size: 5, retention: 1 });
});

test('without a period it is of the last twelve months; a period is whole', async () => {
  expect(await scorecard(world.sara, null)).toMatchObject({ from: '2025-05-11', to: '2026-05-10' });
  const { errors } = await execute(world.sara, { from: '2026-04-02', to: '2026-04-01' });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('its members, its board and its directors see it, and nobody else', async () => {
  for (const name of ['sara', 'pia', 'dirk'] as const) expect(await scorecard(world[name])).not.toBeNull();
  for (const name of ['tess', 'ada', 'otto'] as const) expect(await scorecard(world[name])).toBeNull();
  expect((await execute(null)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});

test('a director sees figures to which five members contributed, or none', async () => {
  const { dirk, sara, bram, pia, vik, cleo } = world;
  const five = [sara, bram, pia, vik, cleo];
  for (const from of five.slice(1)) await written.referral(from, sara, '2026-04-15T09:00:00Z');
  const fewer = { referralsGiven: null, referralsPerMemberPerMonth: null, referralsReceived: null, visitors: 0 };
  expect(await scorecard(dirk)).toMatchObject({ ...fewer, becameCustomersShare: null, size: 5 });
  await written.referral(sara, bram, '2026-04-15T09:00:00Z');
  expect(await scorecard(dirk)).toMatchObject({ referralsGiven: 5, referralsReceived: null });
  const meeting = await written.counts.meeting(world.ghentId, '2026-04-16');
  for (const member of five) await written.counts.letter(meeting, member, 'present');
  expect(await scorecard(dirk)).toMatchObject({ absenceRate: 0 });
  await written.counts.letter(meeting, sara, 'absent');
  expect(await scorecard(dirk)).toMatchObject({ absenceRate: null });
  expect(await scorecard(pia)).toMatchObject({ absenceRate: 0.2 });
});

test('five clubs take as many statements as one', async () => {
  const list = `query ($first: Int) { clubs(first: $first) { nodes { scorecard { size before { size } } } } }`;
  const count = (first: number) => app.countQueries(() => app.query(world.sara, list, { first }));
  await world.seat(world.sara.personId, world.utrechtId, 'Printer');
  expect(await count(2)).toBe(await count(1));
});
