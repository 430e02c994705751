import { randomUUID } from 'node:crypto';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { day, MeetingDay } from '../meeting-day.js';

let app: TestApp;
let world: World;
let meetings: MeetingDay;
let meetingId: string;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
  meetingId = await meetings.closed();
});
afterAll(() => app.stop());

const reason = 'Closed by a slip of the hand.';
const noon = '2026-03-05T12:00:00+01:00';
const reopen = (actor: { token: string }, input: object = {}, instant = noon) =>
  meetings.act(actor, 'reopenMeeting', { meetingId, reason, ...input }, instant);
const everybody = () =>
  [world.pia, world.vik, world.sara, world.bram, world.cleo].map(({ membershipId }) => ({
    ...{ membershipId, letter: 'LATE' },
  }));
const reopenings = async (actor: { token: string }, first = 20) =>
  (
    await app.query(
      actor,
      `query ($id: UUID!, $first: Int!) {
        meeting(id: $id) {
          reopenings(first: $first) { totalCount nodes { closedAt reason reopenedAt reopenedBy { givenName } } }
        }
      }`,
      { id: meetingId, first },
    )
  ).meeting.reopenings;

test('a closed meeting is opened again, and its members see when, by whom and why', async () => {
  const { meeting, errors } = await reopen(world.vik);
  expect(errors).toEqual([]);
  expect(meeting).toMatchObject({ state: 'OPEN', openedAt: '2026-03-05T06:00:00.000Z', closedAt: null });
  expect(await reopenings(world.cleo)).toEqual({
    totalCount: 1,
    nodes: [
      {
        ...{ closedAt: '2026-03-05T06:00:00.000Z', reason },
        ...{ reopenedAt: '2026-03-05T11:00:00.000Z', reopenedBy: { givenName: 'Vik' } },
      },
    ],
  });
  expect(await reopenings(world.ada)).toBeNull();
});

test('a reopened meeting counts for nothing until it is closed again, with all its letters', async () => {
  const counted = async () =>
    (
      await app.query(
        world.sara,
        `query ($id: UUID!) {
          membership(id: $id) { attendance(from: "2026-03-01", to: "2026-03-31") { present late countableWeeks } }
        }`,
        { id: world.sara.membershipId },
      )
    ).membership.attendance;
  await reopen(world.pia);
  expect(await counted()).toEqual({ present: 0, late: 0, countableWeeks: 0 });
  const nina = await world.member('Nina', 'Aerts', world.ghentId, 'Tailor', day);
  expect((await meetings.record(world.pia, meetingId, everybody())).errors).toEqual([]);
  expect((await meetings.act(world.pia, 'closeMeeting', { meetingId }, noon)).errors).toMatchObject([
    { code: 'ATTENDANCE_INCOMPLETE', message: 'No letter yet for Nina Aerts.' },
  ]);
  await meetings.record(world.pia, meetingId, [{ membershipId: nina.membershipId, letter: 'PRESENT' }]);
  const { meeting } = await meetings.act(world.pia, 'closeMeeting', { meetingId }, noon);
  expect(meeting).toMatchObject({ state: 'CLOSED', closedAt: '2026-03-05T11:00:00.000Z' });
  expect(await counted()).toEqual({ present: 0, late: 1, countableWeeks: 1 });
});

test('a meeting is reopened up to thirty-one days after its day in the club, and no later', async () => {
  // The sixth of April begins in Ghent at ten in the evening UTC.
  expect((await reopen(world.pia, {}, '2026-04-05T22:00:00Z')).errors).toMatchObject([
    { code: 'DATE_OUT_OF_RANGE', field: ['input', 'meetingId'] },
  ]);
  expect((await reopen(world.pia, {}, '2026-04-05T21:59:00Z')).errors).toEqual([]);
});

test('only a closed meeting is reopened', async () => {
  const cancelled = await meetings.planned(meetings.nextThursday());
  await meetings.act(world.pia, 'cancelMeeting', { meetingId: cancelled, reason: 'Snow' });
  for (const id of [
    await meetings.planned(meetings.nextThursday()),
    await meetings.opened(meetings.nextThursday()),
    cancelled,
  ]) {
    expect((await reopen(world.pia, { meetingId: id })).errors).toMatchObject([
      { code: 'MEETING_NOT_OPEN', field: ['input', 'meetingId'] },
    ]);
  }
});

test('a reopening has a reason', async () => {
  for (const bad of [' ', 'x'.repeat(501)]) {
    expect((await reopen(world.pia, { reason: bad })).errors).toMatchObject([
      { code: 'INVALID', field: ['input', 'reason'] },
    ]);
  }
});

test('president and vice-president reopen; other officers do not, and for strangers there is no meeting', async () => {
  const treasurer = await world.member('Toon', 'Nys', world.ghentId, 'Baker');
  await world.office(treasurer, world.ghentId, 'secretary_treasurer');
  for (const actor of [world.sara, treasurer, world.ada]) {
    const answer = await app.attempt(actor, 'reopenMeeting', { meetingId, reason }, 'meeting { id }');
    expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
  for (const actor of [world.tess, world.dirk, world.otto]) {
    expect((await reopen(actor)).errors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'meetingId'] }]);
  }
});

test('a meeting tells whether the viewer may reopen it now', async () => {
  const can = (actor: { token: string }, instant: string) =>
    app.at(instant, async () => {
      const query = 'query ($id: UUID!) { meeting(id: $id) { viewerCan { open reopen } } }';
      return (await app.query(actor, query, { id: meetingId })).meeting.viewerCan;
    });
  expect(await can(world.pia, noon)).toEqual({ open: false, reopen: true });
  expect(await can(world.sara, noon)).toEqual({ open: false, reopen: false });
  expect(await can(world.pia, '2026-04-05T22:00:00Z')).toEqual({ open: false, reopen: false });
  await reopen(world.pia);
  expect(await can(world.pia, noon)).toEqual({ open: false, reopen: false });
});

test('of two who reopen at once one does, and the same act sent again is one reopening', async () => {
  const key = randomUUID();
  const answers = await app.at(noon, () =>
    Promise.all(
      [world.pia, world.vik].map((actor) =>
        app.act(actor, 'reopenMeeting', { meetingId, reason, idempotencyKey: key }, 'meeting { id }'),
      ),
    ),
  );
  expect(answers.flatMap(({ errors }) => errors.map((error: { code: string }) => error.code))).toEqual([
    'MEETING_NOT_OPEN',
  ]);
  const winner = answers[0]?.errors.length === 0 ? world.pia : world.vik;
  expect((await reopen(winner, { idempotencyKey: key })).errors).toEqual([]);
  expect(await reopenings(world.pia)).toMatchObject({ totalCount: 1 });
  const activities = await app.database.query(
    `SELECT club_id, details FROM activities WHERE verb = 'meeting.reopened' AND subject_id = $1`,
    [meetingId],
  );
  expect(activities).toEqual([{ club_id: world.ghentId, details: { heldOn: day } }]);
});

test('five reopenings cost as many statements as one', async () => {
  for (let times = 0; times < 5; times += 1) {
    await reopen(world.pia);
    await meetings.act(world.pia, 'closeMeeting', { meetingId }, noon);
  }
  const count = (first: number) => app.countQueries(() => reopenings(world.sara, first));
  expect(await count(5)).toBe(await count(1));
  expect(await reopenings(world.sara)).toMatchObject({ totalCount: 5 });
});
