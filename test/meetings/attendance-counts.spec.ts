import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';
import { day, MeetingDay } from './meeting-day.js';

let app: TestApp;
let world: World;
let meetings: MeetingDay;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
});
afterAll(() => app.stop());

const counts = async (actor: { token: string }, id: string, from = '2026-01-01', to = '2026-12-31') =>
  (
    await app.query(
      actor,
      `query ($id: UUID!, $from: Date!, $to: Date!) {
        membership(id: $id) {
          attendance(from: $from, to: $to) { present absent late medical substitute countableWeeks }
        }
      }`,
      { id, from, to },
    )
  ).membership.attendance;
const none = { present: 0, absent: 0, late: 0, medical: 0, substitute: 0, countableWeeks: 0 };

test('attendance counts the letters of closed meetings of a period, its first and last day included', async () => {
  const sara = world.sara.membershipId;
  const meetingId = await meetings.opened();
  await meetings.record(world.pia, meetingId, [{ membershipId: sara, letter: 'LATE' }]);
  await meetings.closed('2026-03-12T07:00:00+01:00', { [sara]: 'ABSENT' });
  await meetings.closed('2026-03-19T07:00:00+01:00', { [sara]: 'MEDICAL' });
  await meetings.closed('2026-03-26T07:00:00+01:00', { [sara]: 'SUBSTITUTE' });
  await meetings.closed('2026-04-02T07:00:00+02:00');
  await meetings.closed('2026-04-09T07:00:00+02:00');
  const whole = { ...none, present: 2, absent: 1, medical: 1, substitute: 1, countableWeeks: 5 };
  expect(await counts(world.sara, sara)).toEqual(whole);
  expect(await counts(world.bram, sara, '2026-03-12', '2026-03-19')).toEqual({
    ...none,
    absent: 1,
    medical: 1,
    countableWeeks: 2,
  });
  expect(await counts(world.bram, sara, '2026-03-13', '2026-03-18')).toEqual(none);
  expect(await counts(world.bram, sara, day, day)).toEqual(none);
});

test('attendance counts are for the club, and for himself', async () => {
  const { membershipId, token } = await world.member('Lou', 'Hermans', world.ghentId, 'Jeweller', '2026-03-20');
  for (const actor of [world.ulf, world.dirk, world.ada]) expect(await counts(actor, membershipId)).toBeNull();
  await app.act(world.pia, 'endMembership', { membershipId, leftOn: '2026-04-01' }, 'membership { id }');
  expect(await counts({ token }, membershipId)).toEqual(none);
});

test('the attendance of five members costs as many statements as that of one', async () => {
  const query = `query ($id: UUID!, $first: Int!) {
    club(id: $id) { members(first: $first) { nodes { attendance(from: "2026-01-01", to: "2026-12-31") { present } } } }
  }`;
  const count = (first: number) => app.countQueries(() => app.query(world.sara, query, { id: world.ghentId, first }));
  expect(await count(5)).toBe(await count(1));
});
