import { randomUUID } from 'node:crypto';
import { newId } from '../../../src/platform/id.js';
import { expectMissing } from '../../support/missing.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { MeetingDay, seven } from '../meeting-day.js';
import { Rota } from './rota.js';

let app: TestApp;
let world: World;
let meetings: MeetingDay;
let rota: Rota;
let meetingId: string;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
  rota = new Rota(app, world, meetings);
  meetingId = await meetings.planned();
});
afterAll(() => app.stop());

test('speakers are assigned to a meeting, and whoever sees the meeting sees them in the order of assigning', async () => {
  expect((await rota.assign(world.pia, meetingId, world.sara)).errors).toEqual([]);
  const { meeting } = await rota.assign(world.vik, meetingId, world.bram);
  const named = (givenName: string) => ({ releasedAt: null, membership: { person: { givenName } } });
  expect(meeting.speakers.nodes).toMatchObject([named('Sara'), named('Bram')]);
  for (const actor of [world.cleo, world.ada]) {
    expect(await rota.speakers(actor, meetingId)).toMatchObject({ totalCount: 2, nodes: [{}, {}] });
  }
  expect(await rota.happened(meetingId)).toEqual([
    {
      verb: 'speaker.assigned',
      actorId: world.pia.personId,
      details: { meetingId, membershipId: world.sara.membershipId },
    },
    {
      verb: 'speaker.assigned',
      actorId: world.vik.personId,
      details: { meetingId, membershipId: world.bram.membershipId },
    },
  ]);
});

test('a speaker is released, and may be assigned again', async () => {
  const speakerId = await rota.assigned(meetingId, world.sara);
  expect((await rota.release(world.vik, speakerId)).errors).toEqual([]);
  expect(await rota.names(meetingId)).toEqual([]);
  expect((await rota.assign(world.pia, meetingId, world.sara)).errors).toEqual([]);
  expect((await rota.happened(meetingId)).map(({ verb }) => verb)).toEqual([
    'speaker.assigned',
    'speaker.released',
    'speaker.assigned',
  ]);
});

test('who was released is not released again', async () => {
  const speakerId = await rota.assigned(meetingId, world.sara);
  const [first, second] = await Promise.all([rota.release(world.pia, speakerId), rota.release(world.vik, speakerId)]);
  expect([...first.errors, ...second.errors]).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'speakerId'] }]);
  expect(await rota.happened(meetingId)).toHaveLength(2);
});

test('a member speaks once in a meeting, also when two officers assign him at once', async () => {
  const both = await Promise.all([
    rota.assign(world.pia, meetingId, world.sara),
    rota.assign(world.vik, meetingId, world.sara),
  ]);
  expect(both.flatMap(({ errors }) => errors)).toMatchObject([{ code: 'ALREADY_SPEAKS', field: null }]);
  expect(await rota.names(meetingId)).toEqual(['Sara']);
});

test('who has no seat in the club on the day, or is on leave that day, is not assigned', async () => {
  const late = await world.member('Nina', 'Aerts', world.ghentId, 'Tailor', '2026-03-06');
  for (const member of [late, world.tess, { membershipId: newId() }]) {
    expect((await rota.assign(world.pia, meetingId, member)).errors).toMatchObject([
      { code: 'NOT_A_MEMBER', field: ['input', 'membershipId'] },
    ]);
  }
  await rota.leave(world.sara, '2026-03-05', '2026-03-06');
  await rota.leave(world.bram, '2026-03-01', '2026-03-05');
  expect((await rota.assign(world.pia, meetingId, world.sara)).errors).toMatchObject([
    { code: 'ON_LEAVE', field: ['input', 'membershipId'] },
  ]);
  expect((await rota.assign(world.pia, meetingId, world.bram)).errors).toEqual([]);
});

test('speakers are assigned and released while the meeting is to be held', async () => {
  await meetings.act(world.pia, 'openMeeting', { meetingId });
  const speakerId = await rota.assigned(meetingId, world.sara);
  const closed = await meetings.closed(meetings.nextThursday());
  const late = await rota.assign(world.pia, closed, world.sara);
  expect(late.errors).toMatchObject([{ code: 'MEETING_NOT_OPEN', field: ['input', 'meetingId'] }]);
  await meetings.act(world.pia, 'cancelMeeting', { meetingId, reason: 'Flood' });
  expect((await rota.release(world.pia, speakerId)).errors).toMatchObject([
    { code: 'MEETING_NOT_OPEN', field: ['input', 'speakerId'] },
  ]);
});

test('those who plan and the education officer assign and release; other members and officers do not', async () => {
  const teacher = await world.member('Ella', 'Nys', world.ghentId, 'Florist');
  await world.office(teacher, world.ghentId, 'education');
  const host = await world.member('Hugo', 'Nys', world.ghentId, 'Baker');
  await world.office(host, world.ghentId, 'visitor_host');
  for (const [actor, member] of [
    [teacher, world.sara],
    [world.vik, world.bram],
    [world.ada, world.cleo],
  ] as const) {
    expect((await rota.assign(actor, meetingId, member)).errors).toEqual([]);
  }
  const speakerId = await rota.assigned(meetingId, host);
  for (const actor of [world.sara, host]) {
    for (const [mutation, input] of [
      ['assignSpeaker', { meetingId, membershipId: teacher.membershipId }],
      ['releaseSpeaker', { speakerId }],
    ] as const) {
      expect((await app.attempt(actor, mutation, input, 'meeting { id }')).errors).toMatchObject([
        { extensions: { code: 'FORBIDDEN' } },
      ]);
    }
  }
  for (const actor of [world.tess, world.dirk, world.otto]) {
    await expectMissing((id) => rota.release(actor, id), [speakerId], 'NOT_FOUND speakerId');
    await expectMissing((id) => rota.assign(actor, id, world.sara), [meetingId], 'NOT_FOUND meetingId');
  }
});

test('an assignment that is sent again is made once', async () => {
  const idempotencyKey = randomUUID();
  const send = () => rota.assign(world.pia, meetingId, world.sara, { idempotencyKey });
  expect(await send()).toEqual(await send());
  expect(await rota.names(meetingId)).toEqual(['Sara']);
});

test('a meeting and its speakers tell what the viewer may do', async () => {
  await rota.assigned(meetingId, world.sara);
  const can = async (actor: { token: string }) => {
    const query = `query ($id: UUID!) {
      meeting(id: $id) { viewerCan { assignSpeaker } speakers { nodes { viewerCan { release requestSwap } } } }
    }`;
    const { meeting } = await app.query(actor, query, { id: meetingId });
    const { release, requestSwap } = meeting.speakers.nodes[0].viewerCan;
    return [meeting.viewerCan.assignSpeaker, release, requestSwap];
  };
  expect(await can(world.pia)).toEqual([true, true, false]);
  expect(await can(world.sara)).toEqual([false, false, true]);
  expect(await can(world.bram)).toEqual([false, false, false]);
  await meetings.act(world.pia, 'openMeeting', { meetingId }, seven);
  expect(await can(world.sara)).toEqual([false, false, false]);
});

test('five speakers cost as many statements as one', async () => {
  for (const member of [world.pia, world.vik, world.sara, world.bram, world.cleo])
    await rota.assigned(meetingId, member);
  const count = (first: number) => app.countQueries(() => rota.speakers(world.sara, meetingId, first));
  expect(await count(5)).toBe(await count(1));
});
