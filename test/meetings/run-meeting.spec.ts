import { newId } from '../../src/platform/id.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';
import { MeetingDay, seven } from './meeting-day.js';

let app: TestApp;
let world: World;
let meetings: MeetingDay;

beforeEach(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
});
afterEach(() => app.stop());

const forbidden = [{ extensions: { code: 'FORBIDDEN' } }];
const notOpen = [{ code: 'MEETING_NOT_OPEN', field: ['input', 'meetingId'] }];
const everybody = () => [world.pia, world.vik, world.sara, world.bram, world.cleo];
const present = () => everybody().map(({ membershipId }) => ({ membershipId, letter: 'PRESENT' }));

test('a meeting is opened on its day, and closed when everybody has a letter', async () => {
  const meetingId = await meetings.planned();
  expect((await meetings.act(world.vik, 'openMeeting', { meetingId })).meeting).toMatchObject({
    state: 'OPEN',
    openedAt: '2026-03-05T06:00:00.000Z',
  });
  await meetings.record(world.pia, meetingId, present());
  expect((await meetings.act(world.pia, 'closeMeeting', { meetingId })).meeting).toMatchObject({
    state: 'CLOSED',
    closedAt: '2026-03-05T06:00:00.000Z',
  });
});

test('a meeting is not opened before its day in the club', async () => {
  const meetingId = await meetings.planned();
  expect((await meetings.act(world.pia, 'openMeeting', { meetingId }, '2026-03-04T22:59:00Z')).errors).toMatchObject([
    { code: 'DATE_OUT_OF_RANGE', field: ['input', 'meetingId'] },
  ]);
  expect((await meetings.act(world.pia, 'openMeeting', { meetingId }, '2026-03-04T23:00:00Z')).errors).toEqual([]);
});

test('a meeting cannot be closed while a member with a seat that day has no letter', async () => {
  await world.member('Nina', 'Aerts', world.ghentId, 'Tailor', '2026-03-06');
  const meetingId = await meetings.opened();
  const withoutTwo = present().filter(
    ({ membershipId }) => ![world.sara, world.bram].some((m) => m.membershipId === membershipId),
  );
  await meetings.record(world.pia, meetingId, withoutTwo);
  const { errors } = await meetings.act(world.pia, 'closeMeeting', { meetingId });
  expect(errors).toEqual([
    {
      code: 'ATTENDANCE_INCOMPLETE',
      message: 'No letter yet for Bram De Smet, Sara Peeters.',
      field: ['input', 'meetingId'],
    },
  ]);
  await meetings.record(world.pia, meetingId, present());
  expect((await meetings.act(world.pia, 'closeMeeting', { meetingId })).errors).toEqual([]);
});

test('a meeting goes from planned to open to closed and never back', async () => {
  const planned = await meetings.planned();
  expect((await meetings.act(world.pia, 'closeMeeting', { meetingId: planned })).errors).toMatchObject(notOpen);
  const closed = await meetings.closed('2026-03-12T07:00:00+01:00');
  for (const mutation of ['openMeeting', 'closeMeeting']) {
    const answer = await meetings.act(world.pia, mutation, { meetingId: closed }, '2026-03-12T07:00:00+01:00');
    expect(answer.errors).toMatchObject(notOpen);
  }
  const cancel = { meetingId: closed, reason: 'Nobody came' };
  expect((await meetings.act(world.pia, 'cancelMeeting', cancel)).errors).toMatchObject(notOpen);
});

test('a planned or open meeting is cancelled with a reason, and then stays so', async () => {
  for (const meetingId of [await meetings.planned(), await meetings.opened('2026-03-12T07:00:00+01:00')]) {
    const reason = 'The hall is flooded.';
    expect((await meetings.act(world.ada, 'cancelMeeting', { meetingId, reason })).meeting).toMatchObject({
      state: 'CANCELLED',
      cancelledAt: '2026-03-05T06:00:00.000Z',
      cancellationReason: reason,
    });
    expect((await meetings.act(world.pia, 'openMeeting', { meetingId })).errors).toMatchObject(notOpen);
    expect((await meetings.act(world.pia, 'cancelMeeting', { meetingId, reason })).errors).toMatchObject(notOpen);
  }
  const meetingId = await meetings.planned('2026-03-19T07:00:00+01:00');
  expect((await meetings.act(world.pia, 'cancelMeeting', { meetingId, reason: ' ' })).errors).toMatchObject([
    { code: 'INVALID', field: ['input', 'reason'] },
  ]);
});

test('any officer opens and closes; members and administrators do not; for others there is no such meeting', async () => {
  const host = await world.member('Hugo', 'Nys', world.ghentId, 'Baker');
  await world.office(host, world.ghentId, 'visitor_host');
  const meetingId = await meetings.planned();
  for (const actor of [world.sara, world.ada]) {
    const answer = await app.attempt(actor, 'openMeeting', { meetingId }, 'meeting { id }');
    expect(answer.errors).toMatchObject(forbidden);
  }
  for (const actor of [world.tess, world.dirk, world.otto]) {
    expect((await meetings.act(actor, 'openMeeting', { meetingId })).errors).toMatchObject([
      { code: 'NOT_FOUND', field: ['input', 'meetingId'] },
    ]);
  }
  expect((await meetings.act(host, 'openMeeting', { meetingId: newId() })).errors).toMatchObject([
    { code: 'NOT_FOUND' },
  ]);
  expect((await meetings.act(host, 'openMeeting', { meetingId })).errors).toEqual([]);
  const cancel = { meetingId, reason: 'No' };
  expect((await app.attempt(host, 'cancelMeeting', cancel, 'meeting { id }')).errors).toMatchObject(forbidden);
});

test('a meeting tells what the viewer may do with it now', async () => {
  const can = async (actor: { token: string }, id: string) => {
    const fields = 'open recordAttendance close cancel inviteVisitor';
    const { meeting } = await app.query(actor, `query ($id: UUID!) { meeting(id: $id) { viewerCan { ${fields} } } }`, {
      id,
    });
    return Object.keys(meeting.viewerCan).filter((act) => meeting.viewerCan[act]);
  };
  const planned = await meetings.planned();
  expect(await can(world.pia, planned)).toEqual(['open', 'cancel', 'inviteVisitor']);
  expect(await can(world.sara, planned)).toEqual(['inviteVisitor']);
  expect(await can(world.ada, planned)).toEqual(['cancel']);
  await meetings.act(world.pia, 'openMeeting', { meetingId: planned });
  expect(await can(world.pia, planned)).toEqual(['recordAttendance', 'close', 'cancel', 'inviteVisitor']);
  expect(await can(world.pia, await meetings.closed('2026-03-12T07:00:00+01:00'))).toEqual([]);
});

test('the members of a club and administrators see its meetings, the latest first; others see none', async () => {
  const first = await meetings.planned();
  const second = await meetings.planned('2026-03-12T07:00:00+01:00');
  const third = await meetings.planned('2026-03-19T07:00:00+01:00');
  const list = async (actor: { token: string }, page: object = {}) =>
    (
      await app.query(
        actor,
        `query ($id: UUID!, $first: Int! = 20, $after: String) {
          club(id: $id) { meetings(first: $first, after: $after) { totalCount nodes { id } pageInfo { endCursor } } }
        }`,
        { id: world.ghentId, ...page },
      )
    ).club.meetings;
  const page = await list(world.sara, { first: 2 });
  expect(page).toMatchObject({ totalCount: 3, nodes: [{ id: third }, { id: second }] });
  expect(await list(world.sara, { first: 2, after: page.pageInfo.endCursor })).toMatchObject({
    nodes: [{ id: first }],
  });
  expect(await list(world.ada)).toMatchObject({ totalCount: 3 });
  for (const actor of [world.tess, world.dirk]) {
    expect(await list(actor)).toMatchObject({ totalCount: 0, nodes: [] });
    const query = 'query ($id: UUID!) { meeting(id: $id) { id } }';
    expect((await app.query(actor, query, { id: first })).meeting).toBeNull();
  }
});

test('five meetings cost as many statements as one', async () => {
  for (const date of ['05', '12', '19', '26']) await meetings.planned(`2026-03-${date}T07:00:00+01:00`);
  await meetings.planned('2026-04-02T07:00:00+02:00');
  const query = `query ($id: UUID!, $first: Int!) {
    club(id: $id) { meetings(first: $first) { nodes { heldOn club { name } viewerCan { open } } } }
  }`;
  const count = (first: number) => app.countQueries(() => app.query(world.pia, query, { id: world.ghentId, first }));
  expect(await count(5)).toBe(await count(1));
});

test('who had a seat on the day can be recorded after he left', async () => {
  const meetingId = await meetings.opened(seven);
  const end = { membershipId: world.cleo.membershipId, leftOn: '2026-03-06' };
  await app.act(world.pia, 'endMembership', end, 'membership { id }');
  expect((await meetings.record(world.pia, meetingId, present())).errors).toEqual([]);
  expect((await meetings.act(world.pia, 'closeMeeting', { meetingId })).errors).toEqual([]);
});
