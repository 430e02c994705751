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

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
  room = new AgendaRoom(app, world);
  await room.setTemplate(world.pia, [point('Welcome', 120, 'PRESIDENT'), point('Round', 600), point('Close', 60)]);
});
afterAll(() => app.stop());

const wanted = async (meetingId: string, ...titles: string[]) => {
  const points = await room.points(meetingId);
  return titles.map((title) => {
    const { id = null, plannedSeconds = 60, office = null } = points.find((each) => each.title === title) ?? {};
    return { id, title, plannedSeconds, office };
  });
};

test('until it is opened a meeting shows the template it would begin with', async () => {
  const meetingId = await meetings.planned();
  const agenda = await room.agenda(world.sara, meetingId);
  expect(agenda).toMatchObject({ isTemplate: true, plannedSeconds: 780, running: null });
  expect(agenda.points[0]).toEqual({
    id: null,
    title: 'Welcome',
    position: 1,
    plannedSeconds: 120,
    office: 'PRESIDENT',
    state: 'WAITING',
    elapsedSeconds: 0,
    runningSince: null,
  });
  await room.setTemplate(world.pia, [point('Other')]);
  expect(await room.titles(meetingId)).toEqual(['Other']);
});

test('opening makes a copy, which later changes of the template do not touch', async () => {
  const meetingId = await meetings.opened();
  await room.setTemplate(world.pia, [point('Other')]);
  expect(await room.agenda(world.sara, meetingId)).toMatchObject({ isTemplate: false, plannedSeconds: 780 });
  expect(await room.titles(meetingId)).toEqual(['Welcome', 'Round', 'Close']);
  expect((await room.points(meetingId)).map(({ position }) => position)).toEqual([1, 2, 3]);
});

test('a club without a template opens with the usual agenda', async () => {
  await app.database.query('DELETE FROM agenda_template_points WHERE club_id = $1', [world.ghentId]);
  expect(await room.points(await meetings.opened())).toHaveLength(20);
});

test('an agenda that was set before the opening stays as it was set', async () => {
  const meetingId = await meetings.planned();
  expect((await room.set(world.pia, meetingId, [point('Only this', 90)])).errors).toEqual([]);
  expect(await room.agenda(world.sara, meetingId)).toMatchObject({ isTemplate: false, plannedSeconds: 90 });
  await meetings.act(world.pia, 'openMeeting', { meetingId });
  expect(await room.titles(meetingId)).toEqual(['Only this']);
});

test('points with a key stay the same in whatever order, those without are new, those left out are removed', async () => {
  const meetingId = await meetings.opened();
  const before = await room.points(meetingId);
  const list = [...(await wanted(meetingId, 'Close', 'News')), { ...point('Hello', 30), id: before[0]?.id }];
  const { meeting, errors } = await room.set(world.vik, meetingId, list);
  expect(errors).toEqual([]);
  expect(meeting.agenda.points).toMatchObject([
    { id: before[2]?.id, title: 'Close', position: 1, plannedSeconds: 60 },
    { title: 'News', position: 2 },
    { id: before[0]?.id, title: 'Hello', position: 3, plannedSeconds: 30, office: null },
  ]);
  expect(await room.happened(meetingId)).toEqual([
    {
      verb: 'agenda.changed',
      actorId: world.vik.personId,
      details: { meetingId, points: 3, plannedSeconds: 150 },
    },
  ]);
});

test('a point that has run keeps its time through a change, and stays even when it is left out', async () => {
  const meetingId = await meetings.opened();
  await app.at(seven, async () => room.start(world.pia, meetingId, await room.idOf(meetingId, 'Round')));
  await app.at('2026-03-05T07:02:05+01:00', () => room.pause(world.pia, meetingId));
  await room.set(world.pia, meetingId, await wanted(meetingId, 'Close', 'Round'));
  expect(await room.points(meetingId)).toMatchObject([
    { title: 'Close', state: 'WAITING', elapsedSeconds: 0 },
    { title: 'Round', state: 'DONE', elapsedSeconds: 125 },
  ]);
  expect((await room.set(world.pia, meetingId, await wanted(meetingId, 'Close', 'News'))).errors).toEqual([]);
  expect(await room.points(meetingId)).toMatchObject([
    { title: 'Close' },
    { title: 'Round', state: 'DONE', elapsedSeconds: 125 },
    { title: 'News' },
  ]);
});

test('an agenda holds sixty points, with those that have run', async () => {
  const meetingId = await meetings.opened();
  await room.start(world.pia, meetingId, await room.idOf(meetingId, 'Round'));
  const sixty = Array.from({ length: 60 }, (_, place) => point(`Point ${place}`));
  expect((await room.set(world.pia, meetingId, sixty)).errors).toMatchObject([
    { code: 'INVALID', field: ['input', 'points'] },
  ]);
  expect((await room.set(world.pia, meetingId, sixty.slice(1))).errors).toEqual([]);
  expect(await room.points(meetingId)).toHaveLength(60);
});

test('a key of another meeting, or of nothing, is refused alike, and nothing is changed', async () => {
  const meetingId = await meetings.opened();
  const other = await meetings.opened(meetings.nextThursday());
  const answers = [];
  for (const id of [await room.idOf(other, 'Round'), newId()]) {
    answers.push(await room.set(world.pia, meetingId, [point('News'), { ...point('Round'), id }]));
  }
  expect(answers[0]?.errors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'points', '1', 'id'] }]);
  expect(answers[1]).toEqual(answers[0]);
  expect(await room.titles(meetingId)).toEqual(['Welcome', 'Round', 'Close']);
  expect(await room.titles(other)).toEqual(['Welcome', 'Round', 'Close']);
});

test('the same point twice is refused', async () => {
  const meetingId = await meetings.opened();
  const list = await wanted(meetingId, 'Round', 'Round');
  expect((await room.set(world.pia, meetingId, list)).errors).toMatchObject([
    { code: 'INVALID', field: ['input', 'points'] },
  ]);
});

test.each([
  ['no points', [], ['points']],
  ['more than sixty points', Array(61).fill(point('Round')), ['points']],
  ['a point without a title', [point(' ')], ['points', '0', 'title']],
  ['a point of no time', [point('Welcome', 0)], ['points', '0', 'plannedSeconds']],
])('%s: refused, naming the field', async (_, points, field) => {
  expect((await room.set(world.pia, await meetings.planned(), points)).errors).toMatchObject([
    { code: 'INVALID', field: ['input', ...field] },
  ]);
});

test('the agenda of a closed or cancelled meeting is not changed any more', async () => {
  const closed = await meetings.closed();
  const cancelled = await meetings.planned(meetings.nextThursday());
  await meetings.act(world.pia, 'cancelMeeting', { meetingId: cancelled, reason: 'A holiday' });
  for (const meetingId of [closed, cancelled]) {
    expect((await room.set(world.pia, meetingId, [point('News')])).errors).toMatchObject([
      { code: 'MEETING_NOT_OPEN', field: ['input', 'meetingId'] },
    ]);
  }
  expect(await room.titles(closed)).toEqual(['Welcome', 'Round', 'Close']);
  expect(await room.agenda(world.pia, cancelled)).toMatchObject({ isTemplate: false, points: [] });
});

test('the board sets it; members and administrators do not, and for others there is no such meeting', async () => {
  const host = await world.member('Hugo', 'Nys', world.ghentId, 'Baker');
  await world.office(host, world.ghentId, 'visitor_host');
  const meetingId = await meetings.planned();
  expect((await room.set(host, meetingId, [point('News')])).errors).toEqual([]);
  const input = { meetingId, points: [point('Mine')] };
  for (const actor of [world.sara, world.ada]) {
    expect((await app.attempt(actor, 'setMeetingAgenda', input, 'meeting { id }')).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  }
  for (const actor of [world.tess, world.dirk, world.otto]) {
    expect((await room.set(actor, meetingId, [point('Mine')])).errors).toMatchObject([
      { code: 'NOT_FOUND', field: ['input', 'meetingId'] },
    ]);
  }
  expect(await room.agenda(world.sara, meetingId)).toMatchObject({ points: [{ title: 'News' }] });
  expect(await room.agenda(world.ada, meetingId)).toBeNull();
});

test('of several lists set at once one stands whole', async () => {
  const meetingId = await meetings.opened();
  const lists = ['a', 'b', 'c', 'd'].map((name) => [1, 2, 3].map((place) => point(`${name}${place}`)));
  const answers = await Promise.all(lists.map((list) => room.set(world.pia, meetingId, list)));
  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  const titles = await room.titles(meetingId);
  expect(lists.map((list) => list.map(({ title }) => title))).toContainEqual(titles);
});

test('an agenda that is sent again is set once', async () => {
  const meetingId = await meetings.planned();
  const idempotencyKey = randomUUID();
  const again = () => room.set(world.pia, meetingId, [point('News')], { idempotencyKey });
  const [first, second] = [await again(), await again()];
  expect(second.meeting.agenda.points).toEqual(first.meeting.agenda.points);
  expect(await room.happened(meetingId)).toHaveLength(1);
});

test('five points cost as many statements as one, to write and to read', async () => {
  const meetingId = await meetings.planned();
  const list = (count: number) => Array.from({ length: count }, (_, place) => point(`Point ${place}`));
  await room.set(world.pia, meetingId, list(1));
  const write = (count: number) => app.countQueries(() => room.set(world.pia, meetingId, list(count)));
  const read = () => app.countQueries(() => room.agenda(world.sara, meetingId));
  const [oneWritten, oneRead] = [await write(1), await read()];
  expect(await write(5)).toBe(oneWritten);
  expect(await read()).toBe(oneRead);
});
