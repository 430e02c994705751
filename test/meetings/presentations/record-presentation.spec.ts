import { randomUUID } from 'node:crypto';
import { newId } from '../../../src/platform/id.js';
import { TestApp } from '../../support/test-app.js';
import { dayInGhent } from '../../support/today.js';
import { whileHeld } from '../../support/while-held.js';
import { World } from '../../support/world.js';
import { MeetingDay } from '../meeting-day.js';

let app: TestApp;
let world: World;
let meetings: MeetingDay;
let meetingId: string;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
  await world.office(world.cleo, world.ghentId, 'education');
});
beforeEach(async () => {
  meetingId = await meetings.opened(meetings.nextThursday());
});
afterAll(() => app.stop());

type Actor = { token: string };
const ask = 'The facility manager of a hospital in Ghent';
const selection = `presentation {
  id kind ask focus focusMarkedAt focusMarkedBy { givenName } recordedAt
  membership { person { givenName } } meeting { id } viewerCan { change markFocus }
}`;
const record = (actor: Actor, input: object = {}) =>
  app.act(actor, 'recordPresentation', { meetingId, kind: 'WEEKLY', ...input }, selection);
const attempt = (actor: Actor, input: object = {}) =>
  app.attempt(actor, 'recordPresentation', { meetingId, kind: 'WEEKLY', ...input }, selection);
const presentations = async (actor: Actor, { first = 20, of }: { first?: number; of?: string } = {}) =>
  (
    await app.query(
      actor,
      `query ($id: UUID!, $first: Int!, $of: UUID) {
        meeting(id: $id) {
          presentations(first: $first, membershipId: $of) {
            totalCount nodes { id kind ask focusMarkedBy { id } membership { person { givenName } } viewerCan { change } }
          }
        }
      }`,
      { id: meetingId, first, of },
    )
  ).meeting.presentations;
const happened = (): Promise<{ actorId: string; details: object }[]> =>
  app.database.query(
    `SELECT actor_id AS "actorId", details FROM activities
     WHERE verb = 'presentation.recorded' AND club_id = $1 AND details ->> 'meetingId' = $2 ORDER BY id`,
    [world.ghentId, meetingId],
  );

test('a member records his presentation with its ask, and the club sees it', async () => {
  const { presentation, errors } = await record(world.sara, { ask: ` ${ask} ` });
  expect(errors).toEqual([]);
  expect(presentation).toMatchObject({
    kind: 'WEEKLY',
    ask,
    focus: null,
    focusMarkedAt: null,
    focusMarkedBy: null,
    membership: { person: { givenName: 'Sara' } },
    meeting: { id: meetingId },
    viewerCan: { change: true, markFocus: true },
  });
  expect(await presentations(world.bram)).toMatchObject({
    totalCount: 1,
    nodes: [{ ask, viewerCan: { change: false } }],
  });
  expect(await happened()).toEqual([
    {
      actorId: world.sara.personId,
      details: { meetingId, membershipId: world.sara.membershipId, kind: 'weekly', focus: null, asks: true },
    },
  ]);
});

test('the presentations of one seat are found among those of the meeting', async () => {
  await record(world.sara);
  await record(world.bram, { ask });
  await record(world.bram, { kind: 'FEATURE' });
  const own = await presentations(world.bram, { of: world.bram.membershipId });
  expect(own).toMatchObject({ totalCount: 2, nodes: [{ kind: 'WEEKLY', ask }, { kind: 'FEATURE' }] });
  expect(await presentations(world.bram, { of: world.vik.membershipId })).toMatchObject({ totalCount: 0 });
  expect(await presentations(world.ada, { of: world.bram.membershipId })).toBeNull();
});

test('a member writes his ask before the meeting, and nobody else does it for him', async () => {
  meetingId = await meetings.planned(meetings.nextThursday());
  expect((await record(world.sara, { ask })).presentation).toMatchObject({ ask, viewerCan: { change: true } });
  expect((await record(world.sara, { ask, membershipId: world.sara.membershipId })).errors).toEqual([]);
  expect((await record(world.pia, { ask, membershipId: world.sara.membershipId })).errors).toMatchObject([
    { code: 'MEETING_NOT_OPEN', field: ['input', 'meetingId'] },
  ]);
});

test('recording again changes the ask, and what is not said stays as it was', async () => {
  const first = await record(world.sara, { ask, focus: 'ASKS_FOR_REFERRAL' });
  const again = await record(world.sara, { ask: 'A school in Aalst' });
  expect(again.presentation).toMatchObject({
    id: first.presentation.id,
    ask: 'A school in Aalst',
    focus: 'ASKS_FOR_REFERRAL',
    recordedAt: first.presentation.recordedAt,
  });
  const said = await record(world.vik, { membershipId: world.sara.membershipId });
  expect(said.presentation).toMatchObject({ id: first.presentation.id, ask: 'A school in Aalst' });
  expect((await presentations(world.sara)).totalCount).toBe(1);
  expect(await happened()).toHaveLength(3);
});

test('a member has one presentation of each kind in a meeting, listed in the order of recording', async () => {
  await record(world.sara, { ask });
  await record(world.bram);
  await record(world.sara, { kind: 'FEATURE' });
  await record(world.sara, { ask: 'Another' });
  const { nodes } = await presentations(world.cleo);
  expect(nodes).toMatchObject([
    { kind: 'WEEKLY', ask: 'Another', membership: { person: { givenName: 'Sara' } } },
    { kind: 'WEEKLY', ask: null, membership: { person: { givenName: 'Bram' } } },
    { kind: 'FEATURE', ask: null, membership: { person: { givenName: 'Sara' } } },
  ]);
});

test('of two officers who record the same presentation at once, one records it and the other changes it', async () => {
  const membershipId = world.sara.membershipId;
  const payloads = await whileHeld(
    app.database,
    (manager) => manager.query('SELECT FROM meetings WHERE id = $1 FOR UPDATE', [meetingId]),
    [
      () => record(world.pia, { membershipId, ask: 'from Pia' }),
      () => record(world.vik, { membershipId, ask: 'from Vik' }),
      () => record(world.cleo, { membershipId, ask: 'from Cleo' }),
    ],
  );
  expect(payloads.map(({ errors }) => errors)).toEqual([[], [], []]);
  const { totalCount, nodes } = await presentations(world.pia);
  expect(totalCount).toBe(1);
  expect(new Set(payloads.map(({ presentation }) => presentation.id))).toEqual(new Set([nodes[0].id]));
  expect(await happened()).toHaveLength(3);
});

test('the same act sent again has no second effect, and gives the presentation as it is now', async () => {
  const input = { idempotencyKey: randomUUID(), ask };
  const first = await record(world.sara, input);
  await record(world.vik, { membershipId: world.sara.membershipId, ask: 'changed' });
  expect((await record(world.sara, input)).presentation).toMatchObject({ id: first.presentation.id, ask: 'changed' });
  expect(await happened()).toHaveLength(2);
});

test('presentations are locked once the meeting is closed or cancelled', async () => {
  const { presentation } = await record(world.sara, { ask });
  await meetings.act(world.pia, 'recordAllPresent', { meetingId });
  await meetings.act(world.pia, 'closeMeeting', { meetingId });
  const cancelled = await meetings.planned(meetings.nextThursday());
  await meetings.act(world.pia, 'cancelMeeting', { meetingId: cancelled, reason: 'Snow' });
  for (const id of [meetingId, cancelled]) {
    for (const [actor, membershipId] of [
      [world.sara, null],
      [world.pia, world.sara.membershipId],
    ] as const) {
      expect((await record(actor, { meetingId: id, membershipId, ask: 'too late' })).errors).toMatchObject([
        { code: 'MEETING_NOT_OPEN', field: ['input', 'meetingId'] },
      ]);
    }
  }
  const { nodes } = await presentations(world.sara);
  expect(nodes).toMatchObject([{ id: presentation.id, ask, viewerCan: { change: false } }]);
});

test('who had no seat on the day of the meeting has no presentation in it', async () => {
  const late = await world.member('Nina', 'Aerts', world.ghentId, 'Tailor', dayInGhent());
  const refusal = [{ code: 'NOT_A_MEMBER', field: ['input', 'membershipId'] }];
  expect((await record(late, { ask })).errors).toMatchObject(refusal);
  expect((await record(late, { ask, membershipId: late.membershipId })).errors).toMatchObject(refusal);
  for (const membershipId of [late.membershipId, world.tess.membershipId, newId()]) {
    expect((await record(world.pia, { membershipId })).errors).toMatchObject(refusal);
  }
  expect(await presentations(world.pia)).toMatchObject({ totalCount: 0 });
});

test('members speak for themselves and the board for anybody; administrators for nobody', async () => {
  for (const input of [{ membershipId: world.bram.membershipId }, { membershipId: newId() }]) {
    expect((await attempt(world.sara, input)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
  expect((await attempt(world.ada)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect((await record(world.cleo, { membershipId: world.bram.membershipId })).errors).toEqual([]);
});

test('whoever does not see the meeting finds none', async () => {
  for (const actor of [world.tess, world.dirk, world.otto]) {
    expect((await record(actor)).errors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'meetingId'] }]);
  }
  expect((await record(world.sara, { meetingId: newId() })).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  expect(await presentations(world.ada)).toBeNull();
});

test.each([
  ['an empty ask', ' '],
  ['an ask of two lines', 'one\ntwo'],
  ['an ask of more than 300 characters', 'a'.repeat(301)],
])('%s is refused', async (_, text) => {
  expect((await record(world.sara, { ask: text })).errors).toMatchObject([
    { code: 'INVALID', field: ['input', 'ask'] },
  ]);
});

test('only who may mark the focus records it with the presentation', async () => {
  const membershipId = world.sara.membershipId;
  const focus = 'SELLS_TO_ROOM';
  expect((await attempt(world.pia, { membershipId, focus })).errors).toMatchObject([
    { extensions: { code: 'FORBIDDEN' } },
  ]);
  expect((await presentations(world.pia)).totalCount).toBe(0);
  expect((await record(world.cleo, { membershipId, focus })).presentation).toMatchObject({
    focus,
    focusMarkedBy: { givenName: 'Cleo' },
  });
});

test('the meeting says whose presentations the viewer may record', async () => {
  const abilities = async (actor: Actor, id: string) =>
    (
      await app.query(
        actor,
        'query ($id: UUID!) { meeting(id: $id) { viewerCan { recordPresentation recordPresentationOfOthers } } }',
        { id },
      )
    ).meeting.viewerCan;
  const planned = await meetings.planned(meetings.nextThursday());
  const closed = await meetings.closed(meetings.nextThursday());
  const can = (recordPresentation: boolean, recordPresentationOfOthers: boolean) => ({
    recordPresentation,
    recordPresentationOfOthers,
  });
  expect(await abilities(world.sara, meetingId)).toEqual(can(true, false));
  expect(await abilities(world.vik, meetingId)).toEqual(can(true, true));
  expect(await abilities(world.vik, planned)).toEqual(can(true, false));
  expect(await abilities(world.vik, closed)).toEqual(can(false, false));
  expect(await abilities(world.ada, meetingId)).toEqual(can(false, false));
});

test('five presentations cost as many statements as one', async () => {
  for (const actor of [world.pia, world.vik, world.sara, world.bram, world.cleo]) await record(actor, { ask });
  const count = (first: number) => app.countQueries(() => presentations(world.sara, { first }));
  expect(await count(5)).toBe(await count(1));
});
