import { setTimeout as delay } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { newId } from '../../../src/platform/id.js';
import { TestApp } from '../../support/test-app.js';
import { whileHeld } from '../../support/while-held.js';
import { World } from '../../support/world.js';
import { ClubCalendar, codes, thursdaysFrom } from './club-calendar.js';

let app: TestApp;
let world: World;
let calendar: ClubCalendar;
let seriesId: string;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  world = await World.build(app.database);
  calendar = new ClubCalendar(app, world);
  seriesId = await calendar.series();
});

const lastDay = async (state = 'planned') => (await calendar.days(seriesId, state)).at(-1);

/** Opens, fills and closes the meeting, at its start. */
async function close(meetingId: string, startsAt: string, count = app): Promise<void> {
  const everybody = [world.pia, world.vik, world.sara, world.bram, world.cleo];
  const letters = everybody.map(({ membershipId }) => ({ membershipId, letter: 'PRESENT' }));
  await count.at(startsAt, async () => {
    await app.act(world.pia, 'openMeeting', { meetingId }, 'meeting { id }');
    await app.act(world.pia, 'recordAttendance', { meetingId, letters }, 'meeting { id }');
    expect(codes(await app.act(world.pia, 'closeMeeting', { meetingId }, 'meeting { id }'))).toEqual([]);
  });
}

test('when a meeting is closed, its series goes on to twelve months from then', async () => {
  const { id } = await calendar.on(seriesId, '2026-04-02');
  await close(id, '2026-04-02T07:00:00+02:00');
  expect(await calendar.days(seriesId)).toEqual([
    ...thursdaysFrom('2026-03-05', '2026-03-26'),
    ...thursdaysFrom('2026-04-09', '2027-04-01'),
  ]);
});

test('when a meeting is cancelled, its series goes on too; the day itself stays without one', async () => {
  const { id } = await calendar.on(seriesId, '2026-03-19');
  await calendar.cancel(id, '2026-03-17T20:00:00+01:00');
  expect(await lastDay()).toBe('2027-03-11');
  expect(await calendar.days(seriesId, 'cancelled')).toEqual(['2026-03-19']);
  expect(await calendar.days(seriesId)).not.toContain('2026-03-19');
});

test('whatever day it is cancelled on, it goes on by itself, and that is nobody’s act', async () => {
  await calendar.cancel((await calendar.on(seriesId, '2026-03-12')).id, '2026-03-10T20:00:00+01:00');
  const { id } = await calendar.on(seriesId, '2027-03-04');
  expect(await calendar.happened(id)).toMatchObject([{ verb: 'meeting.planned', actorId: null }]);
});

test('planning another series, and removing a holiday, carries on those there are', async () => {
  await calendar.series({ firstOn: '2026-04-01', startTime: '12:00' }, '2026-03-20T20:00:00+01:00');
  expect(await lastDay()).toBe('2027-03-18');
  const holidayId = await calendar.holiday('2026-05-01', '2026-05-01');
  await calendar.removeHoliday(holidayId, world.pia, '2026-04-20T20:00:00+02:00');
  expect(await lastDay()).toBe('2027-04-15');
});

test('a series that nobody carried on for years goes on from today, whatever is planned', async () => {
  const input = { clubId: world.ghentId, startsAt: '2029-06-01T19:00:00+02:00' };
  const { errors } = await app.at('2029-05-01T12:00:00+02:00', () =>
    app.act(world.pia, 'planMeeting', input, 'meeting { id }'),
  );
  expect(errors).toEqual([]);
  expect(await calendar.days(seriesId)).toEqual([
    ...thursdaysFrom('2026-03-05', '2027-02-25'),
    ...thursdaysFrom('2029-05-03', '2030-04-25'),
  ]);
});

test('a day on which the series has a meeting is never planned twice, also one that was moved or cancelled', async () => {
  const last = await calendar.on(seriesId, '2027-02-25');
  await calendar.move(last.id, '2027-03-11T18:00:00+01:00');
  await calendar.cancel((await calendar.on(seriesId, '2027-02-18')).id);
  await calendar.cancel((await calendar.on(seriesId, '2026-03-12')).id, '2026-03-17T20:00:00+01:00');
  expect((await calendar.days(seriesId)).slice(-3)).toEqual(['2027-02-11', '2027-03-04', '2027-03-11']);
  expect(await calendar.days(seriesId, 'cancelled')).toEqual(['2026-03-12', '2027-02-18']);
});

test('a series that ended does not go on', async () => {
  await calendar.endSeries({ seriesId, lastOn: '2027-02-28' });
  await calendar.cancel((await calendar.on(seriesId, '2026-04-02')).id, '2026-04-01T20:00:00+02:00');
  expect(await lastDay()).toBe('2027-02-25');
});

test('a rule that is through does not go on', async () => {
  const short = await calendar.series({ rule: 'FREQ=WEEKLY;COUNT=3', startTime: '12:00' });
  await calendar.cancel((await calendar.on(short, '2026-03-12')).id);
  expect(await calendar.days(short)).toEqual(['2026-03-05', '2026-03-19']);
});

test('the series of other clubs stay as they are', async () => {
  await calendar.cancel((await calendar.on(seriesId, '2026-03-12')).id);
  const other = { clubId: world.utrechtId, startTime: '08:00' };
  const { series } = await calendar.planSeries(other, world.tess);
  await calendar.cancel((await calendar.on(seriesId, '2026-03-19')).id, '2026-03-18T20:00:00+01:00');
  expect((await calendar.days(series.id)).at(-1)).toBe('2027-02-25');
  expect(await lastDay()).toBe('2027-03-18');
});

test('meetings cancelled at once carry the series on once', async () => {
  const days = ['2026-03-12', '2026-03-19', '2026-03-26', '2026-04-02'];
  const ids = await Promise.all(days.map(async (day) => (await calendar.on(seriesId, day)).id));
  const cancel = (meetingId: string) => () =>
    app.act(world.pia, 'cancelMeeting', { meetingId, reason: 'Flood' }, 'meeting { state }');
  const held = (manager: EntityManager) =>
    manager.query('SELECT FROM clubs WHERE id = $1 FOR NO KEY UPDATE', [world.ghentId]);
  const answers = await app.at('2026-03-08T20:00:00+01:00', () => whileHeld(app.database, held, ids.map(cancel)));
  expect(answers.flatMap(codes)).toEqual([]);
  const planned = await calendar.days(seriesId);
  expect(planned).toEqual([...new Set(planned)]);
  expect(planned.at(-1)).toBe('2027-03-04');
});

test('cancelling a meeting while its days become a holiday leaves it cancelled once, and nothing stuck', async () => {
  const { id: meetingId } = await calendar.on(seriesId, '2026-04-09');
  const input = { clubId: world.ghentId, name: 'Easter', from: '2026-04-06', to: '2026-04-17' };
  const held = (manager: EntityManager) =>
    manager.query('SELECT FROM clubs WHERE id = $1 FOR NO KEY UPDATE', [world.ghentId]);
  const [cancelled, added] = await app.at('2026-03-08T20:00:00+01:00', () =>
    whileHeld<{ errors: never[] }>(app.database, held, [
      () => app.act(world.pia, 'cancelMeeting', { meetingId, reason: 'Flood' }, 'meeting { state }'),
      () => app.act(world.vik, 'addHoliday', input, 'holiday { id }'),
    ]),
  );
  expect(codes(added ?? { errors: [] })).toEqual([]);
  expect(['', 'MEETING_NOT_OPEN input.meetingId']).toContain(codes(cancelled ?? { errors: [] }).join());
  expect(await calendar.days(seriesId, 'cancelled')).toEqual(['2026-04-09', '2026-04-16']);
  const happened = await calendar.happened(meetingId);
  expect(happened.filter(({ verb }) => verb === 'meeting.cancelled')).toHaveLength(1);
});

describe('while a series goes on, and waits in the middle of it,', () => {
  /** Somebody plans a meeting on the first day that is due, and has not committed yet. */
  const planning = (manager: EntityManager) =>
    manager.query(
      `INSERT INTO meetings (id, club_id, starts_at, held_on, minutes, state, created_at)
       VALUES ($1, $2, '2027-03-04T07:00:00+01:00', '2027-03-04', 90, 'planned', now())`,
      [newId(), world.ghentId],
    );
  const goOnWhile = async (mutation: string, input: object) => {
    const { id: meetingId } = await calendar.on(seriesId, '2026-03-12');
    const answers = await app.at('2026-03-20T20:00:00+01:00', () =>
      whileHeld<{ errors: never[] }>(app.database, planning, [
        () => app.act(world.pia, 'cancelMeeting', { meetingId, reason: 'Flood' }, 'meeting { id }'),
        () => delay(300).then(() => app.act(world.vik, mutation, input, 'errors { code }')),
      ]),
    );
    expect(answers.flatMap(codes)).toEqual([]);
  };

  test('its end ends all of it', async () => {
    await goOnWhile('endMeetingSeries', { seriesId, lastOn: '2027-02-25', reason: 'Enough' });
    expect(await lastDay()).toBe('2027-02-25');
    expect(await calendar.days(seriesId, 'cancelled')).toEqual(['2026-03-12', '2027-03-11', '2027-03-18']);
  });

  test('a holiday cancels all of it', async () => {
    const days = { from: '2027-03-08', to: '2027-03-19' };
    await goOnWhile('addHoliday', { clubId: world.ghentId, name: 'Easter', ...days });
    expect(await lastDay()).toBe('2027-02-25');
    expect(await calendar.days(seriesId, 'cancelled')).toEqual(['2026-03-12', '2027-03-11', '2027-03-18']);
  });
});

test('the database itself refuses a second meeting for a day of a series', async () => {
  const { id } = await calendar.on(seriesId, '2026-03-12');
  const copy = `INSERT INTO meetings (id, club_id, series_id, series_on, starts_at, held_on, minutes, state, created_at)
    SELECT $2, club_id, series_id, series_on, starts_at + interval '1 hour', held_on, minutes, state, created_at
    FROM meetings WHERE id = $1`;
  await expect(app.database.query(copy, [id, newId()])).rejects.toMatchObject({
    driverError: { constraint: 'meetings_one_per_day_of_a_series' },
  });
});

test('carrying on by five meetings costs as many statements as by one', async () => {
  const [first, second] = ['2026-03-12', '2026-05-07'];
  const cancel = async (day: string, instant: string) => {
    const { id } = await calendar.on(seriesId, day);
    return app.countQueries(() => calendar.cancel(id, instant));
  };
  const one = await cancel(first, '2026-03-07T20:00:00+01:00');
  expect(await lastDay()).toBe('2027-03-04');
  expect(await cancel(second, '2026-04-11T20:00:00+02:00')).toBe(one);
  expect(await lastDay()).toBe('2027-04-08');
});
