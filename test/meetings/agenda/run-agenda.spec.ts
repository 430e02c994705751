import { randomUUID } from 'node:crypto';
import { newId } from '../../../src/platform/id.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { MeetingDay, seven } from '../meeting-day.js';
import { AgendaRoom, point } from './agenda-room.js';

let app: TestApp;
let world: World;
let meetings: MeetingDay;
let room: AgendaRoom;
let meetingId: string;
let ids: Record<'Welcome' | 'Round' | 'Close', string>;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
  room = new AgendaRoom(app, world);
  await room.setTemplate(world.pia, [point('Welcome', 120), point('Round', 600), point('Close', 60)]);
  meetingId = await meetings.opened();
  ids = Object.fromEntries((await room.points(meetingId)).map(({ title, id }) => [title, id])) as typeof ids;
});
afterAll(() => app.stop());

/** So many seconds after seven. */
const after = <T>(seconds: number, work: () => Promise<T>) =>
  app.at(new Date(Date.parse(seven) + seconds * 1000).toISOString(), work);
const runs = (): Promise<{ point: string; from: number; to: number | null }[]> =>
  app.database.query(
    `SELECT p.title AS point, extract(epoch FROM r.started_at - $2)::int AS "from",
       extract(epoch FROM r.ended_at - $2)::int AS "to"
     FROM agenda_runs r JOIN agenda_points p ON p.id = r.point_id WHERE r.meeting_id = $1 ORDER BY r.started_at, r.id`,
    [meetingId, new Date(seven)],
  );
const start = (title: keyof typeof ids, actor = world.pia) => room.start(actor, meetingId, ids[title]);

test('starting a point ends the one that runs in the same instant, and the timer is the server’s', async () => {
  await after(0, () => start('Welcome'));
  const { meeting, errors } = await after(150, () => start('Round', world.vik));
  expect(errors).toEqual([]);
  expect(meeting.agenda).toMatchObject({ running: { title: 'Round' }, serverTime: '2026-03-05T06:02:30.000Z' });
  expect(await after(170, () => room.points(meetingId))).toMatchObject([
    { title: 'Welcome', state: 'DONE', elapsedSeconds: 150, runningSince: null },
    { title: 'Round', state: 'RUNNING', elapsedSeconds: 20, runningSince: '2026-03-05T06:02:30.000Z' },
    { title: 'Close', state: 'WAITING', elapsedSeconds: 0, runningSince: null },
  ]);
  expect(await runs()).toEqual([
    { point: 'Welcome', from: 0, to: 150 },
    { point: 'Round', from: 150, to: null },
  ]);
  const details = { meetingId, pointId: ids.Round, endedPointId: ids.Welcome };
  expect(await room.happened(meetingId)).toMatchObject([
    { verb: 'agenda.point_started', actorId: world.pia.personId, details: { endedPointId: null } },
    { verb: 'agenda.point_started', actorId: world.vik.personId, details },
  ]);
});

test('a pause ends the point that runs, and a point that runs again adds to its time', async () => {
  await after(0, () => start('Round'));
  expect((await after(30, () => room.pause(world.vik, meetingId))).meeting.agenda.running).toBeNull();
  expect((await after(90, () => room.points(meetingId)))[1]).toMatchObject({ state: 'DONE', elapsedSeconds: 30 });
  await after(100, () => start('Round'));
  expect((await after(112, () => room.points(meetingId)))[1]).toMatchObject({ state: 'RUNNING', elapsedSeconds: 42 });
  expect(await runs()).toEqual([
    { point: 'Round', from: 0, to: 30 },
    { point: 'Round', from: 100, to: null },
  ]);
  expect((await room.happened(meetingId)).map(({ verb }) => verb)).toEqual([
    'agenda.point_started',
    'agenda.paused',
    'agenda.point_started',
  ]);
});

test('starting the point that runs, and pausing when none does, change nothing', async () => {
  expect((await room.pause(world.pia, meetingId)).errors).toEqual([]);
  await after(0, () => start('Welcome'));
  expect((await after(60, () => start('Welcome', world.vik))).errors).toEqual([]);
  expect(await runs()).toEqual([{ point: 'Welcome', from: 0, to: null }]);
  expect(await room.happened(meetingId)).toHaveLength(1);
});

test('two controllers who press next at once start one and the same point, once', async () => {
  await after(0, () => start('Welcome'));
  await after(60, () => Promise.all([start('Round', world.pia), start('Round', world.vik), start('Round', world.pia)]));
  expect(await runs()).toEqual([
    { point: 'Welcome', from: 0, to: 60 },
    { point: 'Round', from: 60, to: null },
  ]);
});

test('of two controllers who start different points at once, the later wins, and one point runs', async () => {
  const answers = await after(60, () => Promise.all([start('Round', world.pia), start('Close', world.vik)]));
  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  const all = await runs();
  expect(all).toHaveLength(2);
  expect(all.filter(({ to }) => to === null)).toHaveLength(1);
});

test('a point that is started while it is being removed has either run or gone', async () => {
  const list = (await room.points(meetingId))
    .filter(({ title }) => title !== 'Round')
    .map(({ id, title, plannedSeconds, office }) => ({ id, title, plannedSeconds, office }));
  const [started] = await Promise.all([start('Round', world.vik), room.set(world.pia, meetingId, list)]);
  expect((await room.titles(meetingId)).includes('Round')).toBe(started.errors.length === 0);
});

test('a clock that was set back ends no run before it began', async () => {
  await after(60, () => start('Welcome'));
  expect((await after(0, () => start('Round'))).errors).toEqual([]);
  expect(await runs()).toEqual([
    { point: 'Welcome', from: 60, to: 60 },
    { point: 'Round', from: 60, to: null },
  ]);
});

test('closing or cancelling a meeting ends the point that runs', async () => {
  await after(0, () => start('Close'));
  const all = [world.pia, world.vik, world.sara, world.bram, world.cleo];
  await meetings.record(
    world.pia,
    meetingId,
    all.map(({ membershipId }) => ({ membershipId, letter: 'PRESENT' })),
  );
  await after(45, () => app.act(world.pia, 'closeMeeting', { meetingId }, 'meeting { state }'));
  expect(await after(900, () => room.agenda(world.sara, meetingId))).toMatchObject({
    running: null,
    points: [{ state: 'WAITING' }, { state: 'WAITING' }, { state: 'DONE', elapsedSeconds: 45 }],
  });
  const other = await meetings.opened(meetings.nextThursday());
  await room.start(world.pia, other, await room.idOf(other, 'Welcome'));
  await meetings.act(world.pia, 'cancelMeeting', { meetingId: other, reason: 'Fire alarm' });
  expect(await room.agenda(world.sara, other)).toMatchObject({ running: null, points: [{ state: 'DONE' }, {}, {}] });
});

test('a meeting that cannot be closed yet keeps its point running', async () => {
  await start('Close');
  expect((await meetings.act(world.pia, 'closeMeeting', { meetingId })).errors).toMatchObject([
    { code: 'ATTENDANCE_INCOMPLETE' },
  ]);
  expect(await room.agenda(world.sara, meetingId)).toMatchObject({ running: { title: 'Close' } });
});

test('points run while the meeting is open, neither before nor after', async () => {
  const planned = await meetings.planned(meetings.nextThursday());
  await room.set(world.pia, planned, [point('Welcome')]);
  const closed = await meetings.closed(meetings.nextThursday());
  for (const id of [planned, closed]) {
    const refusals = [await room.start(world.pia, id, await room.idOf(id, 'Welcome')), await room.pause(world.pia, id)];
    for (const { errors } of refusals) {
      expect(errors).toMatchObject([{ code: 'MEETING_NOT_OPEN', field: ['input', 'meetingId'] }]);
    }
  }
});

test('a point of another meeting, or of none, is not there', async () => {
  const other = await meetings.opened(meetings.nextThursday());
  const foreign = await room.start(world.pia, meetingId, await room.idOf(other, 'Welcome'));
  expect(foreign.errors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'pointId'] }]);
  expect(await room.start(world.pia, meetingId, newId())).toEqual(foreign);
});

test('the board runs the agenda; members and administrators do not, and for others there is no such meeting', async () => {
  const host = await world.member('Hugo', 'Nys', world.ghentId, 'Baker');
  await world.office(host, world.ghentId, 'visitor_host');
  expect((await room.start(host, meetingId, ids.Welcome)).errors).toEqual([]);
  for (const [mutation, input] of [
    ['startAgendaPoint', { meetingId, pointId: ids.Round }],
    ['pauseAgenda', { meetingId }],
  ] as const) {
    for (const actor of [world.sara, world.ada]) {
      expect((await app.attempt(actor, mutation, input, 'meeting { id }')).errors).toMatchObject([
        { extensions: { code: 'FORBIDDEN' } },
      ]);
    }
    for (const actor of [world.tess, world.dirk, world.otto]) {
      expect((await app.act(actor, mutation, input, 'meeting { id }')).errors).toMatchObject([
        { code: 'NOT_FOUND', field: ['input', 'meetingId'] },
      ]);
    }
  }
  expect(await room.agenda(world.sara, meetingId)).toMatchObject({ running: { title: 'Welcome' } });
});

test('a start that is sent again gives the same answer and starts nothing, even after the next point', async () => {
  const idempotencyKey = randomUUID();
  const send = () => room.start(world.pia, meetingId, ids.Welcome, { idempotencyKey });
  await after(0, send);
  await after(60, () => start('Round'));
  expect((await after(61, send)).meeting.agenda.running).toEqual({ title: 'Round' });
  expect(await runs()).toHaveLength(2);
});

test('a meeting tells what the viewer may do with its agenda now', async () => {
  const can = async (actor: { token: string }, id: string) => {
    const query = 'query ($id: UUID!) { meeting(id: $id) { viewerCan { setAgenda runAgenda } } }';
    const { viewerCan } = (await app.query(actor, query, { id })).meeting;
    return [viewerCan.setAgenda, viewerCan.runAgenda];
  };
  const planned = await meetings.planned(meetings.nextThursday());
  expect(await can(world.pia, meetingId)).toEqual([true, true]);
  expect(await can(world.pia, planned)).toEqual([true, false]);
  expect(await can(world.sara, meetingId)).toEqual([false, false]);
  expect(await can(world.pia, await meetings.closed(meetings.nextThursday()))).toEqual([false, false]);
});
