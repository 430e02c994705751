import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { TestApp } from '../../support/test-app.js';
import { whileHeld } from '../../support/while-held.js';
import { World } from '../../support/world.js';
import { ClubCalendar, codes, evening, thursdays, thursdaysFrom } from './club-calendar.js';

let app: TestApp;
let world: World;
let calendar: ClubCalendar;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  world = await World.build(app.database);
  calendar = new ClubCalendar(app, world);
});

const attempt = (actor: { token: string }) =>
  app.attempt(actor, 'planMeetingSeries', { clubId: world.ghentId, ...thursdays }, 'series { id }');

test('a series plans its meetings of the twelve months to come', async () => {
  const { series, errors } = await calendar.planSeries({ place: 'Graslei 1', minutes: 75 });
  expect(errors).toEqual([]);
  expect(series).toMatchObject({ ...thursdays, minutes: 75, place: 'Graslei 1', lastOn: null });
  expect(await calendar.days(series.id)).toEqual(thursdaysFrom('2026-03-05', '2027-02-25'));
  const query = `query ($id: UUID!) {
    club(id: $id) { meetingSeries { nodes { meetings(first: 2) { nodes { heldOn minutes place state series { id } } } } } }
  }`;
  const { club } = await app.at(evening, () => app.query(world.sara, query, { id: world.ghentId }));
  const like = { minutes: 75, place: 'Graslei 1', state: 'PLANNED', series: { id: series.id } };
  expect(club.meetingSeries.nodes).toEqual([
    {
      meetings: {
        nodes: [
          { ...like, heldOn: '2026-03-05' },
          { ...like, heldOn: '2026-03-12' },
        ],
      },
    },
  ]);
});

test('a club has at most twenty series at once, and one that has ended is none of them', async () => {
  const seriesId = await calendar.series();
  await app.database.query(
    `INSERT INTO meeting_series (id, club_id, rule, first_on, start_time, minutes, created_at)
     SELECT gen_random_uuid(), club_id, 'FREQ=YEARLY', first_on, time '08:00' + nth * interval '1 minute', minutes,
       created_at
     FROM meeting_series, generate_series(1, 19) AS nth WHERE id = $1`,
    [seriesId],
  );
  expect(codes(await calendar.planSeries({ startTime: '09:00' }))).toEqual(['INVALID input.clubId']);
  await app.database.query(`UPDATE meeting_series SET last_on = '2026-02-28' WHERE id = $1`, [seriesId]);
  expect(codes(await calendar.planSeries({ startTime: '09:00' }))).toEqual([]);
});

test('its meetings keep their time by the clocks of the club when these change', async () => {
  const meetings = await calendar.meetings(await calendar.series());
  const utc = new Map(meetings.map(({ heldOn, startsAt }) => [heldOn, new Date(startsAt).toISOString().slice(11, 16)]));
  expect([utc.get('2026-03-26'), utc.get('2026-04-02')]).toEqual(['06:00', '05:00']);
  expect([utc.get('2026-10-22'), utc.get('2026-10-29')]).toEqual(['05:00', '06:00']);
});

test('the day from which a rule counts is a meeting only if the rule says so', async () => {
  const seriesId = await calendar.series({ rule: 'FREQ=MONTHLY;BYDAY=2TU' });
  expect((await calendar.days(seriesId)).slice(0, 3)).toEqual(['2026-03-10', '2026-04-14', '2026-05-12']);
});

test('of today a series plans only what is yet to start', async () => {
  const morning = '2026-03-05T07:00:00+01:00';
  expect((await calendar.days(await calendar.series({}, morning)))[0]).toBe('2026-03-12');
  const later = await calendar.series({ startTime: '07:01' }, morning);
  expect((await calendar.days(later))[0]).toBe('2026-03-05');
});

test('where the club meets at that moment anyway, a series plans nothing', async () => {
  await calendar.plan('2026-03-12T07:00:00+01:00');
  const days = await calendar.days(await calendar.series());
  expect(days.slice(0, 2)).toEqual(['2026-03-05', '2026-03-19']);
});

test('at most 400 meetings are planned at a time, the nearest first, and the rest the next time', async () => {
  const evenings = await calendar.series({ rule: 'FREQ=DAILY', startTime: '19:00' });
  expect(await calendar.days(evenings)).toHaveLength(362);
  await app.database.query('DELETE FROM meetings WHERE series_id = $1', [evenings]);
  const nights = await calendar.series({ rule: 'FREQ=DAILY', startTime: '23:00' });
  const planned = () =>
    app.database.query(
      'SELECT count(*)::int AS count, max(held_on)::text AS last FROM meetings WHERE series_id = ANY ($1)',
      [[evenings, nights]],
    );
  expect(await planned()).toEqual([{ count: 400, last: '2026-09-20' }]);
  await calendar.cancel((await calendar.on(nights, '2026-03-06')).id);
  expect(await planned()).toEqual([{ count: 724, last: '2027-03-01' }]);
});

test('each meeting it plans is recorded, and so is the series', async () => {
  const seriesId = await calendar.series();
  expect(await calendar.happened(seriesId)).toMatchObject([
    { verb: 'meeting_series.planned', actorId: world.pia.personId },
  ]);
  for (const { id, heldOn } of (await calendar.meetings(seriesId)).slice(0, 3)) {
    expect(await calendar.happened(id)).toMatchObject([{ verb: 'meeting.planned', details: { heldOn } }]);
  }
});

test('who plans meetings plans series; others do not, and strangers find no such club', async () => {
  const secretary = await world.member('Stef', 'Mertens', world.ghentId, 'Florist');
  await world.office(secretary, world.ghentId, 'secretary_treasurer');
  const host = await world.member('Hugo', 'Nys', world.ghentId, 'Baker');
  await world.office(host, world.ghentId, 'visitor_host');
  for (const [hour, actor] of [world.vik, secretary, world.ada].entries()) {
    expect((await calendar.planSeries({ startTime: `1${hour}:00` }, actor)).errors).toEqual([]);
  }
  for (const actor of [world.sara, host, world.tess, world.dirk]) {
    expect((await attempt(actor)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
  expect(codes(await calendar.planSeries({}, world.otto))).toEqual(['NOT_FOUND input.clubId']);
});

test.each([
  ['is none', { rule: 'every Thursday' }, 'rule', /no part of a rule/],
  ['repeats below the day', { rule: 'FREQ=HOURLY' }, 'rule', /one meeting a day at most/],
  ['gives two meetings a day', { rule: 'FREQ=DAILY;BYHOUR=7,19' }, 'rule', /one meeting a day/],
  ['never comes true', { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 'rule', /gives no meeting/],
  ['comes true only after a year', { firstOn: '2027-03-04' }, 'rule', /gives no meeting/],
  ['has ended before it begins', { rule: 'FREQ=WEEKLY;UNTIL=20260304' }, 'rule', /gives no meeting/],
  ['is too long', { rule: `FREQ=WEEKLY;BYDAY=${Array(100).fill('TH').join()}` }, 'rule', /200 characters/],
])('a rule that %s is refused with the reason', async (_, input, field, message) => {
  expect((await calendar.planSeries(input)).errors).toEqual([
    { code: 'INVALID', field: ['input', field], message: expect.stringMatching(message) },
  ]);
});

test.each([
  ['a first day that has passed', { firstOn: '2026-02-28' }, 'DATE_OUT_OF_RANGE input.firstOn'],
  ['a time of no day', { startTime: '24:00' }, 'INVALID input.startTime'],
  ['a time with seconds', { startTime: '07:00:00' }, 'INVALID input.startTime'],
  ['no minutes', { minutes: 0 }, 'INVALID input.minutes'],
  ['more than a day', { minutes: 1441 }, 'INVALID input.minutes'],
  ['a blank place', { place: ' ' }, 'INVALID input.place'],
])('%s is refused, naming the field', async (_, input, refusal) => {
  expect(codes(await calendar.planSeries(input))).toEqual([refusal]);
});

test('a first day is today or later in the club, not elsewhere', async () => {
  const midnight = '2026-03-04T23:30:00Z';
  expect(codes(await calendar.planSeries({ firstOn: '2026-03-04' }, world.pia, midnight))).toEqual([
    'DATE_OUT_OF_RANGE input.firstOn',
  ]);
  expect((await calendar.planSeries({ firstOn: '2026-03-05' }, world.pia, midnight)).errors).toEqual([]);
});

test('the same act sent again plans nothing more', async () => {
  const input = { idempotencyKey: randomUUID() };
  const first = await calendar.planSeries(input);
  expect(await calendar.planSeries(input)).toEqual(first);
  expect(await calendar.meetings(first.series.id)).toHaveLength(52);
});

test('two series planned at once are both planned whole', async () => {
  const lock = (manager: EntityManager) =>
    manager.query('SELECT FROM clubs WHERE id = $1 FOR NO KEY UPDATE', [world.ghentId]);
  const plan = (startTime: string) => () =>
    app.act(world.pia, 'planMeetingSeries', { clubId: world.ghentId, ...thursdays, startTime }, 'series { id }');
  const planned = await app.at(evening, () => whileHeld(app.database, lock, [plan('07:00'), plan('12:00')]));
  for (const { series } of planned) {
    expect(await calendar.days(series.id)).toEqual(thursdaysFrom('2026-03-05', '2027-02-25'));
  }
});

test('the members of a club and administrators see its series that have not ended; others see none', async () => {
  const second = await calendar.series({ firstOn: '2026-04-02', startTime: '12:00' });
  const first = await calendar.series();
  const ended = await calendar.series({ startTime: '18:00' });
  await calendar.endSeries({ seriesId: ended, lastOn: '2026-02-28' });
  const list = async (actor: { token: string }, page: object = {}) => {
    const query = `query ($id: UUID!, $first: Int! = 20, $after: String) {
      club(id: $id) { meetingSeries(first: $first, after: $after) { totalCount nodes { id } pageInfo { endCursor } } }
    }`;
    return (await app.at(evening, () => app.query(actor, query, { id: world.ghentId, ...page }))).club.meetingSeries;
  };
  const page = await list(world.sara, { first: 1 });
  expect(page).toMatchObject({ totalCount: 2, nodes: [{ id: first }] });
  expect(await list(world.ada, { after: page.pageInfo.endCursor })).toMatchObject({ nodes: [{ id: second }] });
  for (const actor of [world.tess, world.dirk]) expect(await list(actor)).toMatchObject({ totalCount: 0, nodes: [] });
});

test('planning five meetings costs as many statements as planning one, and so do lists of them', async () => {
  const plan = (count: number, hour: number) =>
    app.countQueries(() => calendar.series({ rule: `FREQ=WEEKLY;COUNT=${count}`, startTime: `1${hour}:00` }));
  const one = await plan(1, 0);
  expect(await plan(5, 1)).toBe(one);
  const query = `query ($id: UUID!, $first: Int!) {
    club(id: $id) {
      meetingSeries(first: $first) { nodes { rule viewerCan { end } } }
      meetings(first: $first) { nodes { heldOn originalStartsAt series { rule } } }
    }
  }`;
  for (let hour = 2; hour < 6; hour += 1) await plan(1, hour);
  const count = (first: number) => app.countQueries(() => app.query(world.pia, query, { id: world.ghentId, first }));
  expect(await count(5)).toBe(await count(1));
});

test('the meetings of five series cost as many statements each as those of one', async () => {
  const id = await calendar.series();
  const query = `query ($id: UUID!, $first: Int!) {
    club(id: $id) { meetingSeries { nodes { id meetings(first: $first) { nodes { heldOn club { name } series { id } } } } } }
  }`;
  const count = (first: number) => app.countQueries(() => app.query(world.pia, query, { id: world.ghentId, first }));
  expect(await count(5)).toBe(await count(1));
  expect(await calendar.days(id)).toHaveLength(52);
});
