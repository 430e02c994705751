import { randomUUID } from 'node:crypto';
import { newId } from '../../src/platform/id.js';
import { TestApp } from '../support/test-app.js';
import { whileHeld } from '../support/while-held.js';
import { type CastMember, World } from '../support/world.js';
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

const recordAll = (actor: { token: string }, id = meetingId, idempotencyKey: string = randomUUID()) =>
  app.act(actor, 'recordAllPresent', { meetingId: id, idempotencyKey }, 'meeting { state }');
const letters = async (): Promise<Record<string, string>> => {
  const rows: { membershipId: string; letter: string }[] = await app.database.query(
    `SELECT membership_id AS "membershipId", letter::text || coalesce(' ' || substitute_name, '') AS letter
     FROM attendances WHERE meeting_id = $1`,
    [meetingId],
  );
  return Object.fromEntries(rows.map(({ membershipId, letter }) => [membershipId, letter]));
};
const changes = async (): Promise<object[][]> => {
  const rows: { changes: object[] }[] = await app.database.query(
    `SELECT details -> 'changes' AS changes FROM activities
     WHERE verb = 'meeting.attendance_recorded' AND subject_id = $1 AND club_id = $2 ORDER BY id`,
    [meetingId, world.ghentId],
  );
  return rows.map((row) => row.changes);
};
const ghent = (): CastMember[] => [world.pia, world.vik, world.sara, world.bram, world.cleo];
const present = (...members: CastMember[]) =>
  Object.fromEntries(members.map(({ membershipId }) => [membershipId, 'present']));

test('everybody with a seat that day who has no letter yet was present, and the others keep theirs', async () => {
  await meetings.record(world.pia, meetingId, [
    { membershipId: world.sara.membershipId, letter: 'LATE' },
    { membershipId: world.bram.membershipId, letter: 'SUBSTITUTE', substituteName: 'Wim Roels' },
  ]);
  const { meeting, errors } = await recordAll(world.vik);
  expect(errors).toEqual([]);
  expect(meeting).toEqual({ state: 'OPEN' });
  expect(await letters()).toEqual({
    ...present(world.pia, world.vik, world.cleo),
    [world.sara.membershipId]: 'late',
    [world.bram.membershipId]: 'substitute Wim Roels',
  });
  const [, all] = await changes();
  expect(all).toHaveLength(3);
  for (const { membershipId } of [world.pia, world.vik, world.cleo]) {
    expect(all).toContainEqual({ membershipId, before: null, after: 'present' });
  }
});

test('exceptions are recorded afterwards', async () => {
  await recordAll(world.pia);
  await meetings.record(world.pia, meetingId, [{ membershipId: world.sara.membershipId, letter: 'ABSENT' }]);
  expect(await letters()).toEqual({ ...present(...ghent()), [world.sara.membershipId]: 'absent' });
  expect((await changes())[1]).toEqual([{ membershipId: world.sara.membershipId, before: 'present', after: 'absent' }]);
});

test('who joined later or had left by then gets no letter', async () => {
  await world.member('Nina', 'Aerts', world.ghentId, 'Tailor', '2026-11-01');
  const gone = await world.member('Gust', 'Bos', world.ghentId, 'Weaver');
  await app.database.query(`UPDATE memberships SET left_on = '2026-02-01' WHERE id = $1`, [gone.membershipId]);
  await recordAll(world.pia);
  expect(await letters()).toEqual(present(...ghent()));
});

test('where nobody is without a letter it changes and records nothing; the same act sent again neither', async () => {
  const key = randomUUID();
  await recordAll(world.pia, meetingId, key);
  expect((await recordAll(world.pia, meetingId, key)).errors).toEqual([]);
  expect((await recordAll(world.vik)).errors).toEqual([]);
  expect(await changes()).toHaveLength(1);
});

test('a letter that another officer records at the same time stays', async () => {
  const letter = { membershipId: world.sara.membershipId, letter: 'ABSENT' };
  const answers = await whileHeld<{ errors: object[] }>(
    app.database,
    (manager) => manager.query('SELECT FROM meetings WHERE id = $1 FOR UPDATE', [meetingId]),
    [() => recordAll(world.pia), () => meetings.record(world.vik, meetingId, [letter]), () => recordAll(world.vik)],
  );
  expect(answers.map(({ errors }) => errors)).toEqual([[], [], []]);
  expect(await letters()).toEqual({ ...present(...ghent()), [world.sara.membershipId]: 'absent' });
});

test('all are recorded while the meeting is open, neither before nor after', async () => {
  const planned = await meetings.planned(meetings.nextThursday());
  const closed = await meetings.closed(meetings.nextThursday());
  for (const id of [planned, closed]) {
    expect((await recordAll(world.pia, id)).errors).toMatchObject([
      { code: 'MEETING_NOT_OPEN', field: ['input', 'meetingId'] },
    ]);
  }
});

test('members without an office and administrators may not, and whoever does not see the meeting finds none', async () => {
  for (const actor of [world.sara, world.ada]) {
    const { errors } = await app.attempt(actor, 'recordAllPresent', { meetingId }, 'meeting { id }');
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
  for (const actor of [world.tess, world.dirk, world.otto]) {
    expect((await recordAll(actor)).errors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'meetingId'] }]);
  }
  expect((await recordAll(world.pia, newId())).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  expect(await letters()).toEqual({});
});

test('five missing letters cost as many statements as one', async () => {
  const other = await meetings.opened(meetings.nextThursday());
  const four = ghent().slice(1);
  await meetings.record(
    world.pia,
    other,
    four.map(({ membershipId }) => ({ membershipId, letter: 'LATE' })),
  );
  const count = (id: string) => app.countQueries(() => recordAll(world.pia, id));
  expect(await count(meetingId)).toBe(await count(other));
});
