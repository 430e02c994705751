import { newId } from '../../src/platform/id.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';
import { MeetingDay } from './meeting-day.js';

let app: TestApp;
let world: World;
let meetings: MeetingDay;
let meetingId: string;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
});
beforeEach(async () => {
  meetingId = await meetings.opened(meetings.nextThursday());
});
afterAll(() => app.stop());

const letters = async (actor: { token: string }, first = 20) =>
  (
    await app.query(
      actor,
      `query ($id: UUID!, $first: Int!) {
        meeting(id: $id) {
          attendances(first: $first) {
            totalCount nodes { letter substituteName membership { person { givenName } profession { name } } }
          }
        }
      }`,
      { id: meetingId, first },
    )
  ).meeting.attendances;
const recorded = (): Promise<{ actorId: string; changes: { before: string | null; after: string }[] }[]> =>
  app.database.query(
    `SELECT actor_id AS "actorId", details -> 'changes' AS changes FROM activities
     WHERE verb = 'meeting.attendance_recorded' AND subject_id = $1 ORDER BY id`,
    [meetingId],
  );

test('an officer records letters, and members of the club see them by profession', async () => {
  const { errors } = await meetings.record(world.vik, meetingId, [
    { membershipId: world.sara.membershipId, letter: 'PRESENT' },
    { membershipId: world.bram.membershipId, letter: 'SUBSTITUTE', substituteName: 'Wim Roels' },
  ]);
  expect(errors).toEqual([]);
  expect(await letters(world.cleo)).toEqual({
    totalCount: 2,
    nodes: [
      {
        letter: 'SUBSTITUTE',
        substituteName: 'Wim Roels',
        membership: { person: { givenName: 'Bram' }, profession: { name: 'Plumber' } },
      },
      {
        letter: 'PRESENT',
        substituteName: null,
        membership: { person: { givenName: 'Sara' }, profession: { name: 'Printer' } },
      },
    ],
  });
});

test('a later letter takes the place of the earlier, which stays in the record', async () => {
  const membershipId = world.sara.membershipId;
  await meetings.record(world.pia, meetingId, [{ membershipId, letter: 'SUBSTITUTE', substituteName: 'Wim' }]);
  await meetings.record(world.vik, meetingId, [{ membershipId, letter: 'LATE' }]);
  expect((await letters(world.pia)).nodes).toMatchObject([{ letter: 'LATE', substituteName: null }]);
  expect(await recorded()).toEqual([
    { actorId: world.pia.personId, changes: [{ membershipId, before: null, after: 'substitute' }] },
    { actorId: world.vik.personId, changes: [{ membershipId, before: 'substitute', after: 'late' }] },
  ]);
});

test('of two officers who set the same letter at once, the row has one and the record both', async () => {
  const membershipId = world.sara.membershipId;
  await Promise.all([
    meetings.record(world.pia, meetingId, [{ membershipId, letter: 'LATE' }]),
    meetings.record(world.vik, meetingId, [{ membershipId, letter: 'ABSENT' }]),
  ]);
  const [first, second, ...more] = (await recorded()).map(({ changes: [change] }) => change);
  expect(more).toEqual([]);
  expect(first?.before).toBeNull();
  expect(second?.before).toBe(first?.after);
  expect((await letters(world.pia)).nodes).toMatchObject([{ letter: second?.after.toUpperCase() }]);
});

test('only who held a seat in the club on the day of the meeting gets a letter, and then nobody does', async () => {
  const late = await world.member('Nina', 'Aerts', world.ghentId, 'Tailor', '2027-01-01');
  for (const membershipId of [world.tess.membershipId, late.membershipId, newId()]) {
    const { errors } = await meetings.record(world.pia, meetingId, [
      { membershipId: world.sara.membershipId, letter: 'PRESENT' },
      { membershipId, letter: 'PRESENT' },
    ]);
    expect(errors).toMatchObject([{ code: 'NOT_A_MEMBER', field: ['input', 'letters', '1', 'membershipId'] }]);
  }
  expect(await letters(world.pia)).toMatchObject({ totalCount: 0 });
});

test('letters are recorded while the meeting is open, neither before nor after', async () => {
  const planned = await meetings.planned(meetings.nextThursday());
  const closed = await meetings.closed(meetings.nextThursday());
  for (const id of [planned, closed]) {
    const letter = { membershipId: world.sara.membershipId, letter: 'ABSENT' };
    expect((await meetings.record(world.pia, id, [letter])).errors).toMatchObject([
      { code: 'MEETING_NOT_OPEN', field: ['input', 'meetingId'] },
    ]);
  }
});

test('letters set while the meeting is being closed come before the closing or not at all', async () => {
  const all = [world.pia, world.vik, world.sara, world.bram, world.cleo];
  await meetings.record(
    world.pia,
    meetingId,
    all.map(({ membershipId }) => ({ membershipId, letter: 'PRESENT' })),
  );
  const letter = { membershipId: world.sara.membershipId, letter: 'ABSENT' };
  const [, late] = await Promise.all([
    meetings.act(world.pia, 'closeMeeting', { meetingId }),
    meetings.record(world.vik, meetingId, [letter]),
  ]);
  const sara = (await letters(world.pia)).nodes.find(
    (node: { membership: { person: { givenName: string } } }) => node.membership.person.givenName === 'Sara',
  );
  expect(sara.letter).toBe(late.errors.length === 0 ? 'ABSENT' : 'PRESENT');
});

test.each([
  ['no letters', [], ['letters']],
  ['two letters of one member', ['PRESENT', 'LATE'], ['letters']],
  ['more than two hundred letters', Array(201).fill('PRESENT'), ['letters']],
])('%s are refused', async (_, kinds, field) => {
  const input = kinds.map((letter: string) => ({
    membershipId: kinds.length > 200 ? newId() : world.sara.membershipId,
    letter,
  }));
  expect((await meetings.record(world.pia, meetingId, input)).errors).toMatchObject([
    { code: 'INVALID', field: ['input', ...field] },
  ]);
});

test('only a substitute is named', async () => {
  const letter = { membershipId: world.sara.membershipId, letter: 'PRESENT', substituteName: 'Wim' };
  expect((await meetings.record(world.pia, meetingId, [letter])).errors).toMatchObject([
    { code: 'INVALID', field: ['input', 'letters'] },
  ]);
  expect((await meetings.record(world.pia, meetingId, [{ ...letter, substituteName: ' ' }])).errors).toMatchObject([
    { code: 'INVALID', field: ['input', 'letters', '0', 'substituteName'] },
  ]);
});

test('members without an office record nothing, and administrators neither; letters are for the club alone', async () => {
  const input = { meetingId, letters: [{ membershipId: world.sara.membershipId, letter: 'PRESENT' }] };
  for (const actor of [world.sara, world.ada]) {
    expect((await app.attempt(actor, 'recordAttendance', input, 'meeting { id }')).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  }
  for (const actor of [world.tess, world.dirk, world.otto]) {
    expect((await meetings.record(actor, meetingId, input.letters)).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  }
  expect(await letters(world.ada)).toBeNull();
});

test('five letters cost as many statements as one', async () => {
  const all = [world.pia, world.vik, world.sara, world.bram, world.cleo];
  const present = all.map(({ membershipId }) => ({ membershipId, letter: 'PRESENT' }));
  await meetings.record(world.pia, meetingId, present);
  expect(await app.countQueries(() => letters(world.sara, 5))).toBe(
    await app.countQueries(() => letters(world.sara, 1)),
  );
  const write = (count: number) =>
    app.countQueries(() => meetings.record(world.pia, meetingId, present.slice(0, count)));
  expect(await write(5)).toBe(await write(1));
});
