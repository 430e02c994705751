import type { EntityManager } from 'typeorm';
import { TestApp } from '../../support/test-app.js';
import { whileHeld } from '../../support/while-held.js';
import { World } from '../../support/world.js';
import { ClubCalendar, codes, evening } from './club-calendar.js';

let app: TestApp;
let world: World;
let calendar: ClubCalendar;
let meetingId: string;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  world = await World.build(app.database);
  calendar = new ClubCalendar(app, world);
  meetingId = (await calendar.plan('2026-03-05T07:00:00+01:00')).meeting.id;
});

const friday = '2026-03-06T12:00:00+01:00';
const stored = async (id: string) => {
  const [row] = await app.database.query('SELECT revision, revised_at AS "revisedAt" FROM meetings WHERE id = $1', [
    id,
  ]);
  return row;
};

test('a planned meeting is moved to another moment and place, and keeps when it was to start', async () => {
  const { meeting, errors } = await calendar.move(meetingId, friday, { minutes: 60, place: 'Korenmarkt 2' });
  expect(errors).toEqual([]);
  expect(meeting).toMatchObject({
    startsAt: '2026-03-06T11:00:00.000Z',
    heldOn: '2026-03-06',
    minutes: 60,
    place: 'Korenmarkt 2',
    state: 'PLANNED',
    originalStartsAt: '2026-03-05T06:00:00.000Z',
  });
  expect((await calendar.happened(meetingId)).at(-1)).toMatchObject({
    verb: 'meeting.moved',
    actorId: world.pia.personId,
    details: { from: '2026-03-05', heldOn: '2026-03-06' },
  });
});

test('moved again, it still tells when it was to start first; each move counts', async () => {
  expect(await stored(meetingId)).toEqual({ revision: 0, revisedAt: null });
  await calendar.move(meetingId, friday);
  const { meeting } = await calendar.move(meetingId, '2026-03-07T12:00:00+01:00');
  expect(meeting.originalStartsAt).toBe('2026-03-05T06:00:00.000Z');
  expect(await stored(meetingId)).toEqual({ revision: 2, revisedAt: new Date(evening) });
});

test('moved to another place alone, it has no other start', async () => {
  const { meeting } = await calendar.move(meetingId, '2026-03-05T07:00:00+01:00', { place: 'Korenmarkt 2' });
  expect(meeting).toMatchObject({ place: 'Korenmarkt 2', originalStartsAt: null });
  expect(await stored(meetingId)).toMatchObject({ revision: 1 });
});

test('cancelling counts too', async () => {
  await calendar.cancel(meetingId);
  expect(await stored(meetingId)).toEqual({ revision: 1, revisedAt: new Date(evening) });
});

test('so does a holiday, and its removal', async () => {
  const holidayId = await calendar.holiday('2026-03-05', '2026-03-05');
  expect(await stored(meetingId)).toMatchObject({ revision: 1 });
  await calendar.removeHoliday(holidayId);
  expect(await stored(meetingId)).toMatchObject({ revision: 2 });
});

test('a meeting moves on the civil day it then starts in the club', async () => {
  expect((await calendar.move(meetingId, '2026-03-06T23:30:00Z')).meeting.heldOn).toBe('2026-03-07');
});

test('a planned meeting that was not held can still be put off', async () => {
  const input = { meetingId, startsAt: '2026-03-12T07:00:00+01:00', minutes: 90 };
  const { errors } = await app.at('2026-03-06T09:00:00+01:00', () =>
    app.act(world.pia, 'moveMeeting', input, 'meeting { id }'),
  );
  expect(errors).toEqual([]);
});

test.each([
  ['into the past', { startsAt: '2026-03-01T19:59:00+01:00' }, 'DATE_OUT_OF_RANGE input.startsAt'],
  ['to this very moment', { startsAt: evening }, 'DATE_OUT_OF_RANGE input.startsAt'],
  ['more than two years ahead', { startsAt: '2028-03-05T07:00:00+01:00' }, 'DATE_OUT_OF_RANGE input.startsAt'],
  ['for no time', { startsAt: friday, minutes: 0 }, 'INVALID input.minutes'],
  ['for more than a day', { startsAt: friday, minutes: 1441 }, 'INVALID input.minutes'],
  ['to nowhere', { startsAt: friday, place: ' ' }, 'INVALID input.place'],
])('a meeting is not moved %s', async (_, { startsAt, ...input }, refusal) => {
  expect(codes(await calendar.move(meetingId, startsAt, input))).toEqual([refusal]);
  expect(await stored(meetingId)).toMatchObject({ revision: 0 });
});

test('a meeting is not moved to where the club meets already, unless that was cancelled', async () => {
  const other = await calendar.plan(friday);
  expect(codes(await calendar.move(meetingId, friday))).toEqual(['DUPLICATE_MEETING input.startsAt']);
  await calendar.cancel(other.meeting.id);
  expect(codes(await calendar.move(meetingId, friday))).toEqual([]);
});

test('of two meetings moved to one moment at once, one is refused', async () => {
  const { meeting } = await calendar.plan('2026-03-12T07:00:00+01:00');
  const move = (id: string) => () =>
    app.act(world.pia, 'moveMeeting', { meetingId: id, startsAt: friday, minutes: 90 }, 'meeting { id }');
  const held = (manager: EntityManager) =>
    manager.query('SELECT FROM clubs WHERE id = $1 FOR NO KEY UPDATE', [world.ghentId]);
  const answers = await app.at(evening, () => whileHeld(app.database, held, [move(meetingId), move(meeting.id)]));
  expect(answers.flatMap(codes)).toEqual(['DUPLICATE_MEETING input.startsAt']);
});

test('only a planned meeting is moved', async () => {
  await app.at('2026-03-05T07:00:00+01:00', () => app.act(world.pia, 'openMeeting', { meetingId }, 'meeting { id }'));
  expect(codes(await calendar.move(meetingId, friday))).toEqual(['MEETING_NOT_OPEN input.meetingId']);
  await calendar.cancel(meetingId);
  expect(codes(await calendar.move(meetingId, friday))).toEqual(['MEETING_NOT_OPEN input.meetingId']);
});

test('who plans meetings moves them; others do not, and for strangers there is no such meeting', async () => {
  const host = await world.member('Hugo', 'Nys', world.ghentId, 'Baker');
  await world.office(host, world.ghentId, 'visitor_host');
  const input = { meetingId, startsAt: friday, minutes: 90 };
  for (const actor of [world.sara, host]) {
    expect((await app.attempt(actor, 'moveMeeting', input, 'meeting { id }')).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  }
  for (const actor of [world.tess, world.dirk, world.otto]) {
    expect(codes(await calendar.move(meetingId, friday, {}, actor))).toEqual(['NOT_FOUND input.meetingId']);
  }
  for (const actor of [world.vik, world.ada]) {
    expect(codes(await calendar.move(meetingId, friday, {}, actor))).toEqual([]);
  }
});

test('a meeting tells who may move it, as long as it is planned', async () => {
  const can = async (actor: { token: string }) => {
    const query = 'query ($id: UUID!) { meeting(id: $id) { viewerCan { move } } }';
    return (await app.query(actor, query, { id: meetingId })).meeting.viewerCan.move;
  };
  expect([await can(world.pia), await can(world.ada), await can(world.sara)]).toEqual([true, true, false]);
  await calendar.cancel(meetingId);
  expect(await can(world.pia)).toBe(false);
});

test('a club tells who keeps its calendar', async () => {
  const can = async (actor: { token: string }) => {
    const query = 'query ($id: UUID!) { club(id: $id) { viewerCan { keepCalendar } } }';
    return (await app.query(actor, query, { id: world.ghentId })).club.viewerCan.keepCalendar;
  };
  expect([await can(world.pia), await can(world.ada), await can(world.sara)]).toEqual([true, true, false]);
});
