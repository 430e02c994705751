import { newId } from '../../../src/platform/id.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { day, MeetingDay, seven } from '../meeting-day.js';

let app: TestApp;
let world: World;
let meetings: MeetingDay;

beforeEach(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
});
afterEach(() => app.stop());

const missing = async (actor: { token: string }, id: string, first = 20) =>
  (
    await app.query(
      actor,
      `query ($id: UUID!, $first: Int!) {
        meeting(id: $id) {
          missing {
            letters(first: $first) { totalCount nodes { person { givenName } profession { name } } }
            visitorsUndecided(first: $first) { totalCount nodes { name } }
            presentationsWithoutFocus
          }
        }
      }`,
      { id, first },
    )
  ).meeting.missing;
const invited = async (meetingId: string, name: string) => {
  const contactId = await meetings.contact(world.bram, name);
  const { visitor } = await app.act(world.bram, 'inviteVisitor', { meetingId, contactId }, 'visitor { id }');
  return visitor.id as string;
};
const presented = (meetingId: string, member: CastMember, focus: string | null) =>
  app.database.query(
    `INSERT INTO presentations
       (id, meeting_id, club_id, membership_id, kind, focus, focus_marked_by_id, focus_marked_at, recorded_by_id, recorded_at)
     VALUES ($1, $2, $3, $4, 'weekly', $5, $6, $7, $8, now())`,
    [
      ...[newId(), meetingId, world.ghentId, member.membershipId, focus],
      ...[focus && world.pia.personId, focus && day, world.pia.personId],
    ],
  );

test('before a meeting is closed its members see which letters, visits and marks are missing', async () => {
  const meetingId = await meetings.opened();
  const [came] = [await invited(meetingId, 'Carl Baert'), await invited(meetingId, 'Dora Maes')];
  await app.at(seven, () => app.act(world.pia, 'recordVisit', { visitorId: came }, 'visitor { id }'));
  await meetings.record(world.pia, meetingId, [
    { membershipId: world.pia.membershipId, letter: 'PRESENT' },
    { membershipId: world.cleo.membershipId, letter: 'ABSENT' },
  ]);
  await presented(meetingId, world.sara, null);
  await presented(meetingId, world.bram, 'asks_for_referral');
  expect(await missing(world.sara, meetingId)).toEqual({
    letters: {
      totalCount: 3,
      nodes: [
        { person: { givenName: 'Vik' }, profession: { name: 'Architect' } },
        { person: { givenName: 'Bram' }, profession: { name: 'Plumber' } },
        { person: { givenName: 'Sara' }, profession: { name: 'Printer' } },
      ],
    },
    visitorsUndecided: { totalCount: 1, nodes: [{ name: 'Dora Maes' }] },
    presentationsWithoutFocus: 1,
  });
});

test('only letters keep a meeting from being closed', async () => {
  const meetingId = await meetings.opened();
  await invited(meetingId, 'Dora Maes');
  await presented(meetingId, world.sara, null);
  const letters = [world.pia, world.vik, world.sara, world.bram, world.cleo].map(({ membershipId }) => ({
    ...{ membershipId, letter: 'PRESENT' },
  }));
  await meetings.record(world.pia, meetingId, letters.slice(1));
  expect(await missing(world.pia, meetingId)).toMatchObject({ letters: { totalCount: 1 } });
  expect((await meetings.act(world.pia, 'closeMeeting', { meetingId })).errors).toMatchObject([
    { code: 'ATTENDANCE_INCOMPLETE', field: ['input', 'meetingId'] },
  ]);
  await meetings.record(world.pia, meetingId, letters.slice(0, 1));
  expect((await meetings.act(world.pia, 'closeMeeting', { meetingId })).errors).toEqual([]);
  expect(await missing(world.pia, meetingId)).toMatchObject({
    letters: { totalCount: 0, nodes: [] },
    visitorsUndecided: { totalCount: 1 },
    presentationsWithoutFocus: 1,
  });
});

test('who has no seat on the day is not missing', async () => {
  await world.member('Nina', 'Aerts', world.ghentId, 'Tailor', '2026-03-06');
  await app.database.query(`UPDATE memberships SET left_on = $2 WHERE id = $1`, [world.cleo.membershipId, day]);
  const { letters } = await missing(world.sara, await meetings.planned());
  expect(letters.nodes.map(({ person }: { person: { givenName: string } }) => person.givenName)).toEqual([
    'Pia',
    'Vik',
    'Bram',
    'Sara',
  ]);
});

test('of a cancelled meeting nothing is missing, and nobody else is told of any', async () => {
  const meetingId = await meetings.planned();
  expect(await missing(world.ada, meetingId)).toBeNull();
  await meetings.act(world.pia, 'cancelMeeting', { meetingId, reason: 'Snow' });
  expect(await missing(world.pia, meetingId)).toBeNull();
});

test('five missing letters and visits cost as many statements as one', async () => {
  const meetingId = await meetings.opened();
  for (const name of ['Aldo', 'Bart', 'Carl', 'Dora', 'Emma']) await invited(meetingId, name);
  const count = (first: number) => app.countQueries(() => missing(world.sara, meetingId, first));
  expect(await count(5)).toBe(await count(1));
});
