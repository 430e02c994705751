import { newId } from '../../../src/platform/id.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { ClubCalendar, codes, evening } from './club-calendar.js';

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

const easter = ['2026-04-06', '2026-04-17'] as const;

test('what is planned on the days of a holiday is cancelled by its name, whoever planned it', async () => {
  const { meeting } = await calendar.plan('2026-04-17T23:00:00+02:00');
  const { meeting: next } = await calendar.plan('2026-04-18T00:00:00+02:00');
  const { holiday, errors } = await calendar.addHoliday(...easter);
  expect(errors).toEqual([]);
  expect(holiday).toMatchObject({ name: 'Easter', from: easter[0], to: easter[1], viewerCan: { remove: true } });
  expect(await calendar.days(seriesId, 'cancelled')).toEqual(['2026-04-09', '2026-04-16']);
  expect((await calendar.on(seriesId, '2026-04-09')).cancellationReason).toBe('Easter');
  const states = await app.database.query('SELECT state FROM meetings WHERE id = ANY ($1) ORDER BY starts_at', [
    [meeting.id, next.id],
  ]);
  expect(states).toEqual([{ state: 'cancelled' }, { state: 'planned' }]);
  expect((await calendar.happened(holiday.id)).map(({ verb }) => verb)).toEqual(['holiday.added']);
  expect((await calendar.happened(meeting.id)).map(({ verb }) => verb)).toEqual([
    'meeting.planned',
    'meeting.cancelled',
  ]);
});

test('what is open stays, and a holiday that has passed cancels what was never opened', async () => {
  const { id } = await calendar.on(seriesId, '2026-03-05');
  await app.at('2026-03-05T07:00:00+01:00', () =>
    app.act(world.pia, 'openMeeting', { meetingId: id }, 'meeting { id }'),
  );
  const input = { clubId: world.ghentId, name: 'Carnival', from: '2026-03-01', to: '2026-03-13' };
  const { errors } = await app.at('2026-03-20T12:00:00+01:00', () =>
    app.act(world.pia, 'addHoliday', input, 'holiday { id }'),
  );
  expect(errors).toEqual([]);
  expect(await calendar.days(seriesId, 'open')).toEqual(['2026-03-05']);
  expect(await calendar.days(seriesId, 'cancelled')).toEqual(['2026-03-12']);
});

test('a series plans nothing on a holiday', async () => {
  await calendar.addHoliday('2026-05-01', '2026-05-31');
  const tuesdays = await calendar.series({ rule: 'FREQ=WEEKLY;BYDAY=TU' });
  const days = await calendar.days(tuesdays);
  expect(days.filter((day) => day.startsWith('2026-05'))).toEqual([]);
  expect(days).toContain('2026-04-28');
  expect(days).toContain('2026-06-02');
});

test('a single meeting can be planned on a holiday', async () => {
  await calendar.addHoliday(...easter);
  expect((await calendar.plan('2026-04-09T07:00:00+02:00')).errors).toEqual([]);
});

test('when a holiday is removed, what it cancelled is planned again, and series fill its days', async () => {
  const holidayId = await calendar.holiday(...easter);
  const tuesdays = await calendar.series({ rule: 'FREQ=WEEKLY;BYDAY=TU' });
  expect(await calendar.days(tuesdays)).not.toContain('2026-04-07');
  const { holiday, errors } = await calendar.removeHoliday(holidayId);
  expect(errors).toEqual([]);
  expect(holiday).toEqual({ id: holidayId, viewerCan: { remove: false } });
  expect(await calendar.days(seriesId, 'cancelled')).toEqual([]);
  expect(await calendar.days(tuesdays)).toEqual(expect.arrayContaining(['2026-04-07', '2026-04-14']));
  const again = await calendar.on(seriesId, '2026-04-09');
  expect(again).toMatchObject({ state: 'planned', cancellationReason: null });
  expect((await calendar.happened(again.id)).map(({ verb }) => verb)).toEqual([
    'meeting.planned',
    'meeting.cancelled',
    'meeting.planned',
  ]);
});

test('what was cancelled otherwise, or has passed, stays cancelled', async () => {
  const flooded = await calendar.on(seriesId, '2026-04-16');
  await calendar.cancel(flooded.id);
  const holidayId = await calendar.holiday('2026-03-12', '2026-04-17');
  await calendar.removeHoliday(holidayId, world.pia, '2026-03-19T07:00:00+01:00');
  expect(await calendar.days(seriesId, 'cancelled')).toEqual(['2026-03-12', '2026-03-19', '2026-04-16']);
});

test('what another meeting stands in for by now, or whose series has ended, stays cancelled', async () => {
  const holidayId = await calendar.holiday(...easter);
  await calendar.plan('2026-04-09T07:00:00+02:00');
  await calendar.endSeries({ seriesId, lastOn: '2026-04-10' });
  expect(codes(await calendar.removeHoliday(holidayId))).toEqual([]);
  expect((await calendar.days(seriesId, 'cancelled')).slice(0, 2)).toEqual(['2026-04-09', '2026-04-16']);
});

test('holidays of a club do not overlap, unless one was removed; those of another club do not matter', async () => {
  const holidayId = await calendar.holiday(...easter);
  for (const [from, to] of [easter, ['2026-04-17', '2026-04-20'], ['2026-04-01', '2026-04-30']] as const) {
    expect(codes(await calendar.addHoliday(from, to))).toEqual(['TAKEN input.from']);
  }
  expect(codes(await calendar.addHoliday('2026-04-18', '2026-04-20'))).toEqual([]);
  expect(codes(await calendar.addHoliday(...easter, { clubId: world.utrechtId }, world.tess))).toEqual([]);
  await calendar.removeHoliday(holidayId);
  expect(codes(await calendar.addHoliday(...easter))).toEqual([]);
});

test('of two holidays added at once on the same days one is refused', async () => {
  const add = (name: string) =>
    app.act(world.pia, 'addHoliday', { clubId: world.ghentId, name, from: easter[0], to: easter[1] }, 'holiday { id }');
  const answers = await app.at(evening, () => Promise.all([add('Easter'), add('Pasen')]));
  expect(answers.flatMap(codes)).toEqual(['TAKEN input.from']);
});

test.each([
  ['an end before its beginning', ['2026-04-06', '2026-04-05'], {}, 'DATE_OUT_OF_RANGE input.to'],
  ['101 days', ['2026-04-01', '2026-07-10'], {}, 'DATE_OUT_OF_RANGE input.to'],
  ['a beginning in more than two years', ['2028-03-02', '2028-03-02'], {}, 'DATE_OUT_OF_RANGE input.from'],
  ['no name', ['2026-04-06', '2026-04-07'], { name: ' ' }, 'INVALID input.name'],
])('a holiday with %s is refused', async (_, [from = '', to = ''], input, refusal) => {
  expect(codes(await calendar.addHoliday(from, to, input))).toEqual([refusal]);
});

test('a holiday of a single day and one of a hundred are fine', async () => {
  expect(codes(await calendar.addHoliday('2026-04-01', '2026-04-01'))).toEqual([]);
  expect(codes(await calendar.addHoliday('2026-05-01', '2026-08-08'))).toEqual([]);
});

test('who plans meetings adds and removes holidays; members do not, and for others there is none', async () => {
  const input = { clubId: world.ghentId, name: 'Easter', from: easter[0], to: easter[1] };
  const forbidden = [{ extensions: { code: 'FORBIDDEN' } }];
  for (const actor of [world.sara, world.tess, world.dirk]) {
    expect((await app.attempt(actor, 'addHoliday', input, 'holiday { id }')).errors).toMatchObject(forbidden);
  }
  expect(codes(await calendar.addHoliday(...easter, {}, world.otto))).toEqual(['NOT_FOUND input.clubId']);
  const { holiday } = await calendar.addHoliday(...easter, {}, world.ada);
  const removal = { holidayId: holiday.id };
  expect((await app.attempt(world.sara, 'removeHoliday', removal, 'holiday { id }')).errors).toMatchObject(forbidden);
  for (const actor of [world.tess, world.dirk, world.otto]) {
    expect(codes(await calendar.removeHoliday(holiday.id, actor))).toEqual(['NOT_FOUND input.holidayId']);
  }
  expect(codes(await calendar.removeHoliday(newId()))).toEqual(['NOT_FOUND input.holidayId']);
  expect(codes(await calendar.removeHoliday(holiday.id, world.vik))).toEqual([]);
  expect(codes(await calendar.removeHoliday(holiday.id, world.vik))).toEqual(['NOT_FOUND input.holidayId']);
});

test('the members of a club and administrators see its holidays, the latest first; others see none', async () => {
  await calendar.addHoliday('2026-07-01', '2026-08-31', { name: 'Summer' });
  await calendar.removeHoliday(await calendar.holiday('2026-05-01', '2026-05-01'));
  await calendar.addHoliday(...easter);
  const list = async (actor: { token: string }, page: object = {}) => {
    const query = `query ($id: UUID!, $first: Int! = 20, $after: String) {
      club(id: $id) { holidays(first: $first, after: $after) {
        totalCount nodes { name viewerCan { remove } } pageInfo { endCursor }
      } }
    }`;
    return (await app.query(actor, query, { id: world.ghentId, ...page })).club.holidays;
  };
  const page = await list(world.pia, { first: 1 });
  expect(page).toMatchObject({ totalCount: 2, nodes: [{ name: 'Summer', viewerCan: { remove: true } }] });
  expect(await list(world.sara, { after: page.pageInfo.endCursor })).toMatchObject({
    nodes: [{ name: 'Easter', viewerCan: { remove: false } }],
  });
  expect(await list(world.ada)).toMatchObject({ totalCount: 2 });
  for (const actor of [world.tess, world.dirk]) expect(await list(actor)).toMatchObject({ totalCount: 0, nodes: [] });
});

test('five holidays, and five meetings on one, cost as many statements as one', async () => {
  const add = async (from: string, to: string) => {
    let id = '';
    const added = await app.countQueries(async () => {
      id = await calendar.holiday(from, to);
    });
    const removed = await app.countQueries(() => calendar.removeHoliday(id));
    return { added, removed };
  };
  expect(await add('2026-05-01', '2026-06-05')).toEqual(await add('2026-05-01', '2026-05-08'));
  for (const day of ['10', '11', '12', '13', '14']) await calendar.addHoliday(`2026-09-${day}`, `2026-09-${day}`);
  const query = `query ($id: UUID!, $first: Int!) {
    club(id: $id) { holidays(first: $first) { nodes { name viewerCan { remove } } } }
  }`;
  const count = (first: number) => app.countQueries(() => app.query(world.pia, query, { id: world.ghentId, first }));
  expect(await count(5)).toBe(await count(1));
});
