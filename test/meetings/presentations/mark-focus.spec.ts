import { newId } from '../../../src/platform/id.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { MeetingDay } from '../meeting-day.js';

let app: TestApp;
let world: World;
let meetings: MeetingDay;
let meetingId: string;
let presentationId: string;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
  await world.office(world.cleo, world.ghentId, 'education');
});
beforeEach(async () => {
  meetingId = await meetings.opened(meetings.nextThursday());
  presentationId = await recorded();
});
afterAll(() => app.stop());

type Actor = { token: string };
const recorded = async () =>
  (await app.act(world.sara, 'recordPresentation', { meetingId, kind: 'FEATURE' }, 'presentation { id }')).presentation
    .id;
const selection = 'presentation { focus focusMarkedAt focusMarkedBy { givenName } viewerCan { markFocus } }';
const mark = (actor: Actor, focus = 'ASKS_FOR_REFERRAL', id = presentationId) =>
  app.act(actor, 'markPresentationFocus', { presentationId: id, focus }, selection);

test('the presenter and the education officer mark the focus; the later mark takes the place of the earlier', async () => {
  const own = await mark(world.sara);
  expect(own.errors).toEqual([]);
  expect(own.presentation).toMatchObject({ focus: 'ASKS_FOR_REFERRAL', focusMarkedBy: { givenName: 'Sara' } });
  const officers = await app.at('2026-03-05T08:00:00+01:00', () => mark(world.cleo, 'SELLS_TO_ROOM'));
  expect(officers.presentation).toEqual({
    focus: 'SELLS_TO_ROOM',
    focusMarkedAt: '2026-03-05T07:00:00.000Z',
    focusMarkedBy: { givenName: 'Cleo' },
    viewerCan: { markFocus: true },
  });
  const marks = await app.database.query(
    `SELECT club_id AS "clubId", details ->> 'meetingId' AS "meetingId", details ->> 'focus' AS focus FROM activities
     WHERE verb = 'presentation.focus_marked' AND subject_id = $1 ORDER BY happened_at`,
    [presentationId],
  );
  expect(marks).toHaveLength(2);
  expect(marks).toContainEqual({ clubId: world.ghentId, meetingId, focus: 'sells_to_room' });
});

test('other officers and other members mark nothing', async () => {
  for (const actor of [world.pia, world.vik, world.bram]) {
    const input = { presentationId, focus: 'SELLS_TO_ROOM' };
    const { errors } = await app.attempt(actor, 'markPresentationFocus', input, selection);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
});

test('whoever does not sit in the club finds no presentation', async () => {
  for (const actor of [world.tess, world.dirk, world.ada, world.otto]) {
    expect((await mark(actor)).errors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'presentationId'] }]);
  }
  expect((await mark(world.sara, 'SELLS_TO_ROOM', newId())).errors).toMatchObject([
    { code: 'NOT_FOUND', field: ['input', 'presentationId'] },
  ]);
});

test('the focus is marked while the meeting is open, neither before nor after', async () => {
  await meetings.act(world.pia, 'recordAllPresent', { meetingId });
  await meetings.act(world.pia, 'closeMeeting', { meetingId });
  meetingId = await meetings.planned(meetings.nextThursday());
  for (const id of [presentationId, await recorded()]) {
    for (const actor of [world.sara, world.cleo]) {
      expect((await mark(actor, 'SELLS_TO_ROOM', id)).errors).toMatchObject([
        { code: 'MEETING_NOT_OPEN', field: ['input', 'presentationId'] },
      ]);
    }
  }
});

test('two marks at once leave one of them, with whoever made it', async () => {
  const [own, officers] = await Promise.all([mark(world.sara, 'ASKS_FOR_REFERRAL'), mark(world.cleo, 'SELLS_TO_ROOM')]);
  expect([own.errors, officers.errors]).toEqual([[], []]);
  const [row] = await app.database.query(
    'SELECT focus::text, focus_marked_by_id AS "byId" FROM presentations WHERE id = $1',
    [presentationId],
  );
  expect([
    { focus: 'asks_for_referral', byId: world.sara.personId },
    { focus: 'sells_to_room', byId: world.cleo.personId },
  ]).toContainEqual(row);
});
