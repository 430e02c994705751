import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';
import { MeetingDay } from './meeting-day.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
});
afterAll(() => app.stop());

const selection = 'meeting { id startsAt heldOn minutes place state club { name } }';
const plan = (actor: { token: string }, startsAt: string, input: object = {}) =>
  app.at('2026-02-01T09:00:00Z', () =>
    app.act(actor, 'planMeeting', { clubId: world.ghentId, startsAt, ...input }, selection),
  );

test('the president plans a meeting of an hour and a half', async () => {
  const { meeting, errors } = await plan(world.pia, '2026-03-05T07:00:00+01:00', { place: 'Graslei 1' });
  expect(errors).toEqual([]);
  expect(meeting).toMatchObject({
    startsAt: '2026-03-05T06:00:00.000Z',
    heldOn: '2026-03-05',
    minutes: 90,
    place: 'Graslei 1',
    state: 'PLANNED',
    club: { name: 'Gent Graslei' },
  });
});

test('a meeting is held on the civil day it starts in the club', async () => {
  expect((await plan(world.pia, '2026-03-05T23:30:00Z')).meeting.heldOn).toBe('2026-03-06');
});

test('the vice-president, the secretary-treasurer and administrators plan too; others do not', async () => {
  const secretary = await world.member('Stef', 'Mertens', world.ghentId, 'Florist');
  await world.office(secretary, world.ghentId, 'secretary_treasurer');
  const host = await world.member('Hugo', 'Nys', world.ghentId, 'Baker');
  await world.office(host, world.ghentId, 'visitor_host');
  for (const [index, actor] of [world.vik, secretary, world.ada].entries()) {
    expect((await plan(actor, `2026-04-0${index + 1}T07:00:00+02:00`)).errors).toEqual([]);
  }
  const input = { clubId: world.ghentId, startsAt: '2026-04-09T07:00:00+02:00' };
  for (const actor of [world.sara, host, world.tess, world.dirk]) {
    expect((await app.attempt(actor, 'planMeeting', input, selection)).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  }
  expect((await plan(world.otto, input.startsAt)).errors).toMatchObject([
    { code: 'NOT_FOUND', field: ['input', 'clubId'] },
  ]);
});

test('a club has one meeting at a moment, unless the other was cancelled', async () => {
  const startsAt = '2026-05-07T07:00:00+02:00';
  const { meeting } = await plan(world.pia, startsAt);
  expect((await plan(world.pia, startsAt)).errors).toMatchObject([
    { code: 'DUPLICATE_MEETING', field: ['input', 'startsAt'] },
  ]);
  await new MeetingDay(app, world).act(world.pia, 'cancelMeeting', { meetingId: meeting.id, reason: 'Too soon' });
  expect((await plan(world.pia, startsAt)).errors).toEqual([]);
});

test('the meetings to come are those that are open or planned from today on, the next first', async () => {
  const query = `query ($id: UUID!, $first: Int!) {
    club(id: $id) { meetingsToCome(first: $first) { totalCount nodes { id } } }
  }`;
  const toCome = async (actor: { token: string }, instant: string, first = 20) => {
    const { club } = await app.at(instant, () => app.query(actor, query, { id: world.utrechtId, first }));
    const { nodes, totalCount } = club.meetingsToCome;
    return { ids: nodes.map(({ id }: { id: string }) => id), totalCount };
  };
  const days = ['2026-03-04', '2026-03-11', '2026-03-18', '2026-03-25', '2026-04-01'];
  const ids: string[] = [];
  for (const day of days) {
    const { meeting } = await plan(world.tess, `${day}T07:00:00+01:00`, { clubId: world.utrechtId });
    ids.push(meeting.id);
  }
  const [forgotten, open, cancelled, today, later] = ids;
  const meetings = new MeetingDay(app, world);
  await meetings.act(world.tess, 'openMeeting', { meetingId: open }, '2026-03-11T07:00:00+01:00');
  await meetings.act(
    world.tess,
    'cancelMeeting',
    { meetingId: cancelled, reason: 'Too soon' },
    '2026-03-11T07:00:00+01:00',
  );

  const morning = '2026-03-25T09:00:00+01:00';
  expect(await toCome(world.tess, '2026-03-04T23:30:00+01:00')).toMatchObject({ ids: [forgotten, open, today, later] });
  expect(await toCome(world.tess, morning)).toMatchObject({ ids: [open, today, later] });
  expect(await toCome(world.tess, '2026-03-26T00:30:00+01:00')).toMatchObject({ ids: [open, later] });
  expect(await toCome(world.tess, morning, 1)).toEqual({ ids: [open], totalCount: 3 });
  expect(await toCome(world.ada, morning)).toMatchObject({ totalCount: 3 });
  expect(await toCome(world.sara, morning)).toEqual({ ids: [], totalCount: 0 });
  const queries = (first: number) => app.countQueries(() => toCome(world.tess, morning, first));
  expect(await queries(1)).toBe(await queries(5));
});

test('a meeting is planned at most two years ahead', async () => {
  expect((await plan(world.pia, '2062-03-05T07:00:00+01:00')).errors).toMatchObject([
    { code: 'DATE_OUT_OF_RANGE', field: ['input', 'startsAt'] },
  ]);
});

test.each([
  ['no minutes', { minutes: 0 }, 'minutes'],
  ['more than a day', { minutes: 1441 }, 'minutes'],
  ['a blank place', { place: ' ' }, 'place'],
])('%s is refused, naming the field', async (_, input, field) => {
  expect((await plan(world.pia, '2026-06-04T07:00:00+02:00', input)).errors).toMatchObject([
    { code: 'INVALID', field: ['input', field] },
  ]);
});
