import { randomUUID } from 'node:crypto';
import { expectMissing } from '../../support/missing.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { MeetingDay } from '../meeting-day.js';
import { Rota } from './rota.js';

let app: TestApp;
let world: World;
let meetings: MeetingDay;
let rota: Rota;
/** Two Thursdays to come: Sara speaks in the first, Bram in the second. */
let first: string;
let second: string;
let sara: string;
let bram: string;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
  rota = new Rota(app, world, meetings);
  first = await meetings.planned('2026-03-05T07:00:00+01:00');
  second = await meetings.planned('2026-03-12T07:00:00+01:00');
  sara = await rota.assigned(first, world.sara);
  bram = await rota.assigned(second, world.bram);
});
afterAll(() => app.stop());

const asked = async () => (await rota.request(world.sara, sara, bram)).swap.id;
const who = async () => [await rota.names(first), await rota.names(second)];

test('a speaker asks another to swap, and both see it and nobody else', async () => {
  const { swap, errors } = await rota.request(world.sara, sara, bram);
  expect(errors).toEqual([]);
  expect(swap).toMatchObject({
    state: 'PENDING',
    endedAt: null,
    asking: { membership: { person: { givenName: 'Sara' } }, meeting: { heldOn: '2026-03-05' } },
    asked: { membership: { person: { givenName: 'Bram' } }, meeting: { heldOn: '2026-03-12' } },
    viewerCan: { answer: false, withdraw: true },
  });
  expect(await rota.swaps(world.bram)).toMatchObject({
    totalCount: 1,
    nodes: [{ id: swap.id, viewerCan: { answer: true, withdraw: false } }],
  });
  expect((await rota.swaps(world.sara)).totalCount).toBe(1);
  for (const actor of [world.pia, world.cleo, world.ada, world.tess]) {
    expect((await rota.swaps(actor)).totalCount).toBe(0);
  }
  expect(await who()).toEqual([['Sara'], ['Bram']]);
});

test('on accepting, both meetings change at once, each with its own record', async () => {
  const swapId = await asked();
  const { swap, errors } = await rota.answer(world.bram, swapId, true);
  expect(errors).toEqual([]);
  expect(swap).toMatchObject({ state: 'ACCEPTED', viewerCan: { answer: false, withdraw: false } });
  expect(swap.asking).toMatchObject({
    membership: { person: { givenName: 'Sara' } },
    meeting: { heldOn: '2026-03-05' },
  });
  expect(swap.asking.releasedAt).not.toBeNull();
  expect(await who()).toEqual([['Bram'], ['Sara']]);
  const swapped = (meetingId: string, comes: string, goes: string) => ({
    verb: 'speaker.swapped',
    actorId: world.bram.personId,
    details: { meetingId, membershipId: comes, releasedMembershipId: goes, swapId },
  });
  const { sara: one, bram: other } = world;
  expect((await rota.happened(first)).slice(1)).toEqual([swapped(first, other.membershipId, one.membershipId)]);
  expect((await rota.happened(second)).slice(1)).toEqual([swapped(second, one.membershipId, other.membershipId)]);
});

test('on declining or withdrawing nothing changes, and nothing of it is told of a meeting or the club', async () => {
  expect((await rota.answer(world.bram, await asked(), false)).swap).toMatchObject({ state: 'DECLINED' });
  expect((await rota.withdraw(world.sara, await asked())).swap).toMatchObject({ state: 'WITHDRAWN' });
  expect(await who()).toEqual([['Sara'], ['Bram']]);
  const told = await app.database.query(
    `SELECT verb, club_id, details FROM activities
     WHERE verb LIKE 'speaker_swap.%' AND actor_id IN ($1, $2) ORDER BY id`,
    [world.sara.personId, world.bram.personId],
  );
  expect(told).toEqual(
    ['requested', 'declined', 'requested', 'withdrawn'].map((act) => ({
      verb: `speaker_swap.${act}`,
      club_id: null,
      details: {},
    })),
  );
});

test('who asked does not answer, who was asked does not withdraw, and for others there is no such swap', async () => {
  const swapId = await asked();
  for (const [actor, mutation, input] of [
    [world.sara, 'answerSpeakerSwap', { swapId, accept: true }],
    [world.bram, 'withdrawSpeakerSwap', { swapId }],
  ] as const) {
    expect((await app.attempt(actor, mutation, input, 'swap { id }')).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  }
  for (const actor of [world.pia, world.cleo, world.ada, world.tess, world.otto]) {
    await expectMissing((id) => rota.answer(actor, id, true), [swapId], 'NOT_FOUND swapId');
    await expectMissing((id) => rota.withdraw(actor, id), [swapId], 'NOT_FOUND swapId');
  }
  expect(await who()).toEqual([['Sara'], ['Bram']]);
});

test('a swap is asked for by the speaker himself; for who does not see the meeting there is no such speaker', async () => {
  for (const actor of [world.bram, world.pia, world.ada]) {
    const input = { speakerId: sara, withSpeakerId: bram };
    expect((await app.attempt(actor, 'requestSpeakerSwap', input, 'swap { id }')).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  }
  for (const actor of [world.tess, world.otto]) {
    await expectMissing((id) => rota.request(actor, id, bram), [sara], 'NOT_FOUND speakerId');
  }
});

test('speakers swap with somebody else, of another meeting of the same club', async () => {
  const cleo = await rota.assigned(first, world.cleo);
  const third = await meetings.planned('2026-03-19T07:00:00+01:00');
  const saraAgain = await rota.assigned(third, world.sara);
  for (const other of [cleo, saraAgain, sara]) {
    expect((await rota.request(world.sara, sara, other)).errors).toMatchObject([
      { code: 'INVALID', field: ['input', 'withSpeakerId'] },
    ]);
  }
  const utrecht = await app.at('2026-01-02T09:00:00Z', () =>
    app.act(
      world.tess,
      'planMeeting',
      { clubId: world.utrechtId, startsAt: '2026-03-05T07:00:00+01:00' },
      'meeting { id }',
    ),
  );
  const { meeting } = await app.act(
    world.tess,
    'assignSpeaker',
    { meetingId: utrecht.meeting.id, membershipId: world.ulf.membershipId },
    'meeting { speakers { nodes { id } } }',
  );
  const [ulf] = meeting.speakers.nodes;
  await expectMissing((id) => rota.request(world.sara, sara, id), [ulf.id], 'NOT_FOUND withSpeakerId');
  await world.seat(world.sara.personId, world.utrechtId, 'Printer');
  expect((await rota.request(world.sara, sara, ulf.id)).errors).toMatchObject([
    { code: 'INVALID', field: ['input', 'withSpeakerId'] },
  ]);
});

test('the same is asked once while it is pending', async () => {
  const swapId = await asked();
  expect((await rota.request(world.sara, sara, bram)).errors).toMatchObject([
    { code: 'ALREADY_ASKED', field: ['input', 'withSpeakerId'] },
  ]);
  await rota.answer(world.bram, swapId, false);
  expect((await rota.request(world.sara, sara, bram)).errors).toEqual([]);
});

test('a swap ends once: of answers and withdrawals at once one counts', async () => {
  const swapId = await asked();
  const all = await Promise.all([
    rota.answer(world.bram, swapId, true),
    rota.withdraw(world.sara, swapId),
    rota.answer(world.bram, swapId, true),
  ]);
  expect(all.flatMap(({ errors }) => errors)).toMatchObject([
    { code: 'SWAP_ENDED', field: ['input', 'swapId'] },
    { code: 'SWAP_ENDED', field: ['input', 'swapId'] },
  ]);
  const state = (await rota.swaps(world.sara)).nodes[0].state;
  expect(await who()).toEqual(state === 'ACCEPTED' ? [['Bram'], ['Sara']] : [['Sara'], ['Bram']]);
});

test('a swap is refused once one of the two was released, or speaks elsewhere, also when he is back', async () => {
  const swapId = await asked();
  await rota.release(world.pia, bram);
  await rota.assigned(second, world.bram);
  expect((await rota.answer(world.bram, swapId, true)).errors).toMatchObject([
    { code: 'SWAP_OUTDATED', field: ['input', 'swapId'] },
  ]);
  expect(await who()).toEqual([['Sara'], ['Bram']]);
  expect((await rota.request(world.sara, sara, bram)).errors).toMatchObject([
    { code: 'NOT_FOUND', field: ['input', 'withSpeakerId'] },
  ]);
  expect((await rota.answer(world.bram, swapId, false)).errors).toEqual([]);
});

test('of two swaps of one speaker that are accepted at once, one is done and the other is outdated', async () => {
  const third = await meetings.planned('2026-03-19T07:00:00+01:00');
  const cleo = await rota.assigned(third, world.cleo);
  // Sara asks both; and they ask each other, so that three swaps go round.
  const swaps = [
    { actor: world.bram, id: (await rota.request(world.sara, sara, bram)).swap.id },
    { actor: world.cleo, id: (await rota.request(world.bram, bram, cleo)).swap.id },
    { actor: world.sara, id: (await rota.request(world.cleo, cleo, sara)).swap.id },
  ];
  const answers = await Promise.all(swaps.map(({ actor, id }) => rota.answer(actor, id, true)));
  expect(answers.flatMap(({ errors }) => errors)).toMatchObject([{ code: 'SWAP_OUTDATED' }, { code: 'SWAP_OUTDATED' }]);
  const names = [...(await who()), await rota.names(third)];
  expect(names.flat().sort()).toEqual(['Bram', 'Cleo', 'Sara']);
  expect(names.map((each) => each.length)).toEqual([1, 1, 1]);
});

test('two who ask each other and both accept at once swap once', async () => {
  const there = await asked();
  const back = (await rota.request(world.bram, bram, sara)).swap.id;
  const answers = await Promise.all([rota.answer(world.bram, there, true), rota.answer(world.sara, back, true)]);
  expect(answers.flatMap(({ errors }) => errors)).toMatchObject([{ code: 'SWAP_OUTDATED' }]);
  expect(await who()).toEqual([['Bram'], ['Sara']]);
});

test('nobody swaps into a day on which he is on leave or has no seat, be it when asking or when accepting', async () => {
  const swapId = await asked();
  await rota.leave(world.sara, '2026-03-12', '2026-03-13');
  expect((await rota.answer(world.bram, swapId, true)).errors).toMatchObject([
    { code: 'ON_LEAVE', field: ['input', 'swapId'] },
  ]);
  await rota.withdraw(world.sara, swapId);
  expect((await rota.request(world.sara, sara, bram)).errors).toMatchObject([
    { code: 'ON_LEAVE', field: ['input', 'speakerId'] },
  ]);
  expect((await rota.request(world.bram, bram, sara)).errors).toMatchObject([
    { code: 'ON_LEAVE', field: ['input', 'withSpeakerId'] },
  ]);
  const third = await meetings.planned('2026-03-19T07:00:00+01:00');
  const cleo = await rota.assigned(third, world.cleo);
  const other = (await rota.request(world.sara, sara, cleo)).swap.id;
  await app.act(
    world.sara,
    'endMembership',
    { membershipId: world.sara.membershipId, leftOn: '2026-03-19' },
    'membership { id }',
  );
  const asks = await rota.answer(world.cleo, other, true);
  expect(asks.errors).toMatchObject([{ code: 'NOT_A_MEMBER', field: ['input', 'swapId'] }]);
  expect(await who()).toEqual([['Sara'], ['Bram']]);
});

test('who would come to a meeting in which he speaks already does not swap into it', async () => {
  const swapId = await asked();
  await rota.assigned(second, world.sara);
  expect((await rota.answer(world.bram, swapId, true)).errors).toMatchObject([{ code: 'ALREADY_SPEAKS', field: null }]);
  expect(await who()).toEqual([['Sara'], ['Bram', 'Sara']]);
});

test('speakers swap between meetings to come, not with one that is open or over', async () => {
  const swapId = await asked();
  await meetings.act(world.pia, 'openMeeting', { meetingId: first });
  expect((await rota.answer(world.bram, swapId, true)).errors).toMatchObject([
    { code: 'MEETING_NOT_OPEN', field: ['input', 'swapId'] },
  ]);
  await rota.withdraw(world.sara, swapId);
  expect((await rota.request(world.sara, sara, bram)).errors).toMatchObject([
    { code: 'MEETING_NOT_OPEN', field: ['input', 'speakerId'] },
  ]);
  expect((await rota.request(world.bram, bram, sara)).errors).toMatchObject([
    { code: 'MEETING_NOT_OPEN', field: ['input', 'withSpeakerId'] },
  ]);
});

test('an answer that is sent again swaps once', async () => {
  const swapId = await asked();
  const idempotencyKey = randomUUID();
  const send = () => rota.answer(world.bram, swapId, true, { idempotencyKey });
  expect(await send()).toEqual(await send());
  expect(await who()).toEqual([['Bram'], ['Sara']]);
});

test('five swaps cost as many statements as one', async () => {
  for (let count = 0; count < 5; count += 1) await rota.withdraw(world.sara, await asked());
  const count = (page: number) => app.countQueries(() => rota.swaps(world.bram, page));
  expect(await count(5)).toBe(await count(1));
});
