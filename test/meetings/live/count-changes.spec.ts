import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { MeetingChangeKind } from '../../../src/meetings/live/meeting-changes.types.js';
import { Circle } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { whileHeld } from '../../support/while-held.js';
import { World } from '../../support/world.js';
import { day, MeetingDay, seven } from '../meeting-day.js';
import { type Happening, happen } from './happen.js';

/** What stands in the table, which a trigger fills: also for the verbs of modules that are not of this one. */
let app: TestApp;
let world: World;
let meetings: MeetingDay;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
});
afterEach(() => app.database.query(`UPDATE meetings SET state = 'closed', closed_at = now() WHERE state = 'open'`));
afterAll(() => app.stop());

const verbs = Object.values(MeetingChangeKind).map((kind) => kind.replace(/^(one_to_one|[a-z]+)_/, '$1.'));
const ofNoMeeting = ['referral.given', 'deal.thanked', 'testimonial.given', 'education.recorded', 'one_to_one.held'];
const act = (happening: Partial<Happening> & { verb: string }) =>
  happen(app.database, { clubId: world.ghentId, ...happening });
const changes = (meetingId: string): Promise<{ sequence: number; activityId: string }[]> =>
  app.database.query(
    `SELECT sequence, activity_id AS "activityId" FROM meeting_changes WHERE meeting_id = $1 ORDER BY sequence`,
    [meetingId],
  );
const isChange = async (meetingId: string, activityId: string) =>
  (await changes(meetingId)).some((change) => change.activityId === activityId);
let weeks = 10;
const anotherDay = () => {
  weeks += 1;
  return new Date(Date.parse(seven) + weeks * 7 * 24 * 3_600_000).toISOString();
};

describe.each(verbs)('%s', (verb) => {
  test('is a change of the meeting that it is about, or that its details name', async () => {
    const [meetingId, other] = [await meetings.planned(anotherDay()), await meetings.planned(anotherDay())];
    expect(await isChange(meetingId, await act({ verb, subjectId: meetingId }))).toBe(true);
    const activityId = await act({ verb, details: { meetingId } });
    expect(await isChange(meetingId, activityId)).toBe(true);
    expect(await isChange(other, activityId)).toBe(false);
  });
});

test('other verbs are no changes, whatever they name', async () => {
  const meetingId = await meetings.planned(anotherDay());
  for (const verb of ['meeting.planned', 'deal.recorded', 'referral.moved']) {
    expect(await isChange(meetingId, await act({ verb, subjectId: meetingId, details: { meetingId } }))).toBe(false);
  }
});

describe.each(ofNoMeeting)('%s', (verb) => {
  test('is a change of the meeting that is open in the club on that day', async () => {
    const meetingId = await meetings.opened(anotherDay());
    const [{ startsAt }] = await app.database.query('SELECT starts_at AS "startsAt" FROM meetings WHERE id = $1', [
      meetingId,
    ]);
    const on = (hours: number) => new Date(startsAt.getTime() + hours * 3_600_000).toISOString();
    expect(await isChange(meetingId, await act({ verb, happenedAt: on(1) }))).toBe(true);
    for (const happenedAt of [on(-10), on(24)]) {
      expect(await isChange(meetingId, await act({ verb, happenedAt }))).toBe(false);
    }
    expect(await isChange(meetingId, await act({ verb, happenedAt: on(1), clubId: world.utrechtId }))).toBe(false);
    await app.database.query(`UPDATE meetings SET state = 'closed', closed_at = now() WHERE id = $1`, [meetingId]);
    expect(await isChange(meetingId, await act({ verb, happenedAt: on(1) }))).toBe(false);
  });
});

test('the day is that of the club', async () => {
  const meetingId = await meetings.opened(seven);
  const given = (happenedAt: string) => act({ verb: 'referral.given', happenedAt });
  expect(await isChange(meetingId, await given('2026-03-04T23:00:00Z'))).toBe(true);
  expect(await isChange(meetingId, await given('2026-03-04T22:59:59Z'))).toBe(false);
  expect(await isChange(meetingId, await given('2026-03-05T22:59:59Z'))).toBe(true);
  expect(await isChange(meetingId, await given('2026-03-05T23:00:00Z'))).toBe(false);
});

test('of two open meetings on a day it is the one that was opened last', async () => {
  const first = await meetings.planned(`${day}T08:00:00+01:00`);
  const second = await meetings.planned(`${day}T09:00:00+01:00`);
  await meetings.act(world.pia, 'openMeeting', { meetingId: second }, `${day}T08:30:00+01:00`);
  await meetings.act(world.pia, 'openMeeting', { meetingId: first }, `${day}T08:45:00+01:00`);
  expect(await isChange(first, await act({ verb: 'deal.thanked' }))).toBe(true);
});

test('what members really do is counted from 1, without gaps', async () => {
  const circle = new Circle(app, world);
  const meetingId = await meetings.opened(`${day}T10:00:00+01:00`);
  await app.at(`${day}T10:30:00+01:00`, async () => {
    await meetings.record(world.pia, meetingId, [{ membershipId: world.sara.membershipId, letter: 'LATE' }]);
    const contactId = await circle.contact(world.bram, 'Carl');
    expect((await circle.refer(world.bram, world.sara, { prospect: { contactId } })).errors).toEqual([]);
    const guest = await meetings.contact(world.cleo, 'Gust');
    await app.act(world.cleo, 'inviteVisitor', { meetingId, contactId: guest }, 'visitor { id }');
  });
  const rows = await app.database.query(
    `SELECT sequence, verb FROM meeting_changes JOIN activities ON id = activity_id WHERE meeting_id = $1 ORDER BY 1`,
    [meetingId],
  );
  expect(rows).toEqual([
    { sequence: 1, verb: 'meeting.opened' },
    { sequence: 2, verb: 'meeting.attendance_recorded' },
    { sequence: 3, verb: 'referral.given' },
    { sequence: 4, verb: 'visitor.invited' },
  ]);
});

test('an act that is refused or broken off takes no number', async () => {
  const meetingId = await meetings.opened(anotherDay());
  await expect(
    app.database.transaction(async (manager) => {
      await happen(manager, { verb: 'agenda.changed', clubId: world.ghentId, subjectId: meetingId });
      throw new Error('broken off');
    }),
  ).rejects.toThrow('broken off');
  await act({ verb: 'agenda.changed', subjectId: meetingId });
  expect((await changes(meetingId)).map(({ sequence }) => sequence)).toEqual([1, 2]);
});

test('the changes are not rewritten', async () => {
  const meetingId = await meetings.opened(anotherDay());
  for (const statement of ['UPDATE meeting_changes SET sequence = 7', 'DELETE FROM meeting_changes']) {
    await expect(app.database.query(`${statement} WHERE meeting_id = $1`, [meetingId])).rejects.toThrow();
  }
});

test('numbers become visible in their order, however long the transactions last', async () => {
  const meetingId = await meetings.opened(anotherDay());
  const reader = new Client({ connectionString: app.databaseUrl });
  await reader.connect();
  let writing = true;
  const seen = (async () => {
    const batches: number[][] = [];
    for (let last = 0; writing || batches.at(-1)?.length !== 0; ) {
      const { rows } = await reader.query(
        'SELECT sequence FROM meeting_changes WHERE meeting_id = $1 AND NOT sequence = ANY ($2) ORDER BY 1',
        [meetingId, batches.flat()],
      );
      const found = rows.map(({ sequence }) => sequence);
      // Whoever goes on after the greatest number he has seen, as streams do, must not miss any of these.
      expect(found.filter((sequence) => sequence <= last)).toEqual([]);
      last = found.at(-1) ?? last;
      batches.push(found);
    }
    return batches.flat();
  })();
  const writers = Array.from({ length: 60 }, (_, index) =>
    app.database.transaction(async (manager) => {
      await delay((index * 7) % 30);
      await happen(manager, { verb: 'agenda.changed', clubId: world.ghentId, subjectId: meetingId });
      await delay((index * 13) % 20);
    }),
  );
  await Promise.all(writers).finally(() => {
    writing = false;
  });
  await reader.query('SELECT');
  expect(await seen).toEqual(Array.from({ length: 61 }, (_, index) => index + 1));
  await reader.end();
});

test('referrals given while the board records do not stand in each other’s way', async () => {
  const circle = new Circle(app, world);
  const meetingId = await meetings.opened(`${day}T12:00:00+01:00`);
  const cast = [world.pia, world.vik, world.sara, world.bram, world.cleo];
  const contacts = await Promise.all(cast.map((giver) => circle.contact(giver, 'Carl')));
  const deadlocks = async () =>
    (await app.database.query('SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()'))[0];
  const before = await deadlocks();
  await app.at(`${day}T12:30:00+01:00`, async () => {
    const given = cast.map((giver, index) =>
      circle.refer(giver, cast[(index + 1) % 5] ?? giver, { prospect: { contactId: contacts[index] } }),
    );
    const letters = [world.pia, world.vik].flatMap((officer) =>
      cast.map(({ membershipId }) => meetings.record(officer, meetingId, [{ membershipId, letter: 'PRESENT' }])),
    );
    const answers = await Promise.all([...given, ...letters]);
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  });
  expect(await deadlocks()).toEqual(before);
  expect((await changes(meetingId)).map(({ sequence }) => sequence)).toEqual(
    Array.from({ length: 16 }, (_, index) => index + 1),
  );
});

test('a referral given while the meeting is being closed is a change before the closing or none', async () => {
  const meetingId = await meetings.opened(`${day}T14:00:00+01:00`);
  const close = `UPDATE meetings SET state = 'closed', closed_at = now() WHERE id = $1`;
  const [given] = await whileHeld(app.database, (manager) => manager.query(close, [meetingId]), [
    () => act({ verb: 'referral.given' }),
  ]);
  expect(await isChange(meetingId, given ?? '')).toBe(false);
});
