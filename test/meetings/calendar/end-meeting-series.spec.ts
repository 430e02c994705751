import { newId } from '../../../src/platform/id.js';
import { TestApp } from '../../support/test-app.js';
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

test('what is planned after the last day is cancelled for the reason; the rest stays', async () => {
  const { series, errors } = await calendar.endSeries({ seriesId, lastOn: '2026-06-25' });
  expect(errors).toEqual([]);
  expect(series.lastOn).toBe('2026-06-25');
  expect(await calendar.days(seriesId)).toEqual(thursdaysFrom('2026-03-05', '2026-06-25'));
  expect(await calendar.days(seriesId, 'cancelled')).toEqual(thursdaysFrom('2026-07-02', '2027-02-25'));
  expect((await calendar.on(seriesId, '2026-07-02')).cancellationReason).toBe('We meet on Tuesdays.');
});

test('a meeting counts by the day to which it was moved', async () => {
  const { id } = await calendar.on(seriesId, '2026-06-25');
  await calendar.move(id, '2026-06-30T07:00:00+02:00');
  await calendar.endSeries({ seriesId, lastOn: '2026-06-25' });
  expect((await calendar.days(seriesId, 'cancelled'))[0]).toBe('2026-06-30');
});

test('what is open, closed or of another series stays as it is', async () => {
  const other = await calendar.series({ startTime: '12:00' });
  const { id } = await calendar.on(seriesId, '2026-03-05');
  await app.at('2026-03-05T07:00:00+01:00', () =>
    app.act(world.pia, 'openMeeting', { meetingId: id }, 'meeting { id }'),
  );
  await calendar.endSeries({ seriesId, lastOn: '2026-03-04' }, world.pia, '2026-03-05T07:10:00+01:00');
  expect(await calendar.days(seriesId, 'open')).toEqual(['2026-03-05']);
  expect(await calendar.days(seriesId)).toEqual([]);
  expect(await calendar.days(other, 'cancelled')).toEqual([]);
});

test('the end of a series and of each meeting is recorded', async () => {
  await calendar.endSeries({ seriesId, lastOn: '2027-02-18' });
  const details = { firstOn: '2026-03-05', lastOn: '2027-02-18' };
  expect((await calendar.happened(seriesId)).at(-1)).toMatchObject({ verb: 'meeting_series.ended', details });
  const { id } = await calendar.on(seriesId, '2027-02-25');
  expect((await calendar.happened(id)).at(-1)).toMatchObject({ verb: 'meeting.cancelled' });
});

test('a series ends yesterday or later', async () => {
  expect(codes(await calendar.endSeries({ seriesId, lastOn: '2026-02-27' }))).toEqual([
    'DATE_OUT_OF_RANGE input.lastOn',
  ]);
  expect(codes(await calendar.endSeries({ seriesId, lastOn: '2026-02-28' }))).toEqual([]);
  expect(await calendar.days(seriesId)).toEqual([]);
});

test('an end is brought forward, and not put off', async () => {
  await calendar.endSeries({ seriesId, lastOn: '2026-06-25' });
  for (const lastOn of ['2026-06-25', '2026-06-26']) {
    expect(codes(await calendar.endSeries({ seriesId, lastOn }))).toEqual(['DATE_OUT_OF_RANGE input.lastOn']);
  }
  expect(codes(await calendar.endSeries({ seriesId, lastOn: '2026-04-30' }))).toEqual([]);
  expect((await calendar.days(seriesId)).at(-1)).toBe('2026-04-30');
});

test('a reason is needed', async () => {
  expect(codes(await calendar.endSeries({ seriesId, lastOn: '2026-06-25', reason: ' ' }))).toEqual([
    'INVALID input.reason',
  ]);
});

test('who plans meetings ends series; members do not, and for others there is no such series', async () => {
  const input = { seriesId, lastOn: '2026-06-25', reason: 'No' };
  expect((await app.attempt(world.sara, 'endMeetingSeries', input, 'series { id }')).errors).toMatchObject([
    { extensions: { code: 'FORBIDDEN' } },
  ]);
  for (const actor of [world.tess, world.dirk, world.otto]) {
    expect(codes(await calendar.endSeries(input, actor))).toEqual(['NOT_FOUND input.seriesId']);
  }
  expect(codes(await calendar.endSeries({ ...input, seriesId: newId() }))).toEqual(['NOT_FOUND input.seriesId']);
  expect(codes(await calendar.endSeries(input, world.ada))).toEqual([]);
});

test('a series tells who may end it, as long as it has not ended', async () => {
  const can = async (actor: { token: string }, instant: string) => {
    const query = `query ($id: UUID!) { meeting(id: $id) { series { viewerCan { end } } } }`;
    const { id } = await calendar.on(seriesId, '2026-03-05');
    return (await app.at(instant, () => app.query(actor, query, { id }))).meeting.series.viewerCan.end;
  };
  const [march, april] = ['2026-03-05T12:00:00Z', '2026-04-01T12:00:00Z'];
  expect([await can(world.pia, march), await can(world.sara, march)]).toEqual([true, false]);
  await calendar.endSeries({ seriesId, lastOn: '2026-03-31' });
  expect([await can(world.pia, march), await can(world.pia, april)]).toEqual([true, false]);
});

test('cancelling five meetings costs as many statements as cancelling one', async () => {
  const end = (lastOn: string) => app.countQueries(() => calendar.endSeries({ seriesId, lastOn }));
  expect(await end('2027-02-18')).toBe(await end('2027-01-14'));
});
