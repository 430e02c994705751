import { randomUUID } from 'node:crypto';
import { refused } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { Asking, lookingFor } from './asking.js';

let app: TestApp;
let world: World;
let asking: Asking;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  asking = new Asking(app, world);
});
afterAll(() => app.stop());

test('a member asks a fellow member, and waits for 60 days', async () => {
  const { request, errors } = await app.at('2026-03-01T09:00:00Z', () => asking.request(world.sara, world.bram));
  expect(errors).toEqual([]);
  expect(request).toMatchObject({
    ...{ lookingFor, message: 'We clean operating theatres.', state: 'WAITING', progress: null, contact: null },
    ...{ askedAt: '2026-03-01T09:00:00.000Z', lapsesAt: '2026-04-30T09:00:00.000Z', introduction: null },
    ...{ requester: { id: world.sara.personId }, askedBy: { id: world.sara.personId } },
    asked: { id: world.bram.personId },
    viewerCan: { accept: false, decline: false, postpone: false, passOn: false, withdraw: true },
  });
});

test('whoever is asked sees how far it is, and what he can do', async () => {
  const id = await app.at('2026-03-01T09:00:00Z', () => asking.asked());
  const request = await app.at('2026-03-01T10:00:00Z', () => asking.read(world.bram, id));
  expect(request).toMatchObject({
    ...{ state: 'WAITING', progress: 'ASKED', movedAt: '2026-03-01T09:00:00.000Z', remindsOn: '2026-03-04' },
    viewerCan: {
      accept: true,
      decline: true,
      postpone: true,
      passOn: true,
      recordContactAnswer: false,
      withdraw: false,
    },
  });
});

test('nobody else sees it, not even the board', async () => {
  const id = await asking.asked();
  for (const viewer of [world.pia, world.cleo, world.tess, world.ada, world.dirk, world.otto]) {
    expect(await asking.read(viewer, id)).toBeNull();
  }
});

test('only fellow members are asked', async () => {
  const input = { askedMembershipId: world.tess.membershipId, lookingFor, message: 'Hello' };
  expect(await asking.forbidden(world.sara, 'requestIntroduction', input)).toEqual(['FORBIDDEN']);
  const stranger = { ...world.bram, membershipId: randomUUID() };
  expect(refused(await asking.request(world.sara, stranger))).toEqual(['NOT_FOUND askedMembershipId']);
  expect(refused(await asking.request(world.otto, world.bram))).toEqual(['NOT_FOUND askedMembershipId']);
});

test('nobody asks himself, nor a seat that is empty', async () => {
  expect(refused(await asking.request(world.sara, world.sara))).toEqual(['GIVER_IS_RECEIVER askedMembershipId']);
  await app.database.query("UPDATE memberships SET left_on = '2026-02-01' WHERE id = $1", [world.bram.membershipId]);
  expect(refused(await asking.request(world.sara, world.bram))).toEqual(['NOT_A_MEMBER askedMembershipId']);
});

test('what is sought is one line of 200 characters, the message several of 2000', async () => {
  const tooLong = { lookingFor: 'x'.repeat(201), message: 'y'.repeat(2001) };
  expect(refused(await asking.request(world.sara, world.bram, tooLong))).toEqual([
    'INVALID lookingFor',
    'INVALID message',
  ]);
  expect(refused(await asking.request(world.sara, world.bram, { lookingFor: 'Two\nlines' }))).toEqual([
    'INVALID lookingFor',
  ]);
});

test('the same is asked of the same once at a time, however it is written', async () => {
  const id = await asking.asked();
  expect(refused(await asking.request(world.sara, world.bram, { lookingFor: lookingFor.toUpperCase() }))).toEqual([
    'ALREADY_ASKED',
  ]);
  expect(refused(await asking.request(world.sara, world.bram, { lookingFor: 'A dentist' }))).toEqual([]);
  expect(refused(await asking.request(world.sara, world.cleo))).toEqual([]);
  expect(refused(await asking.request(world.pia, world.bram))).toEqual([]);
  await asking.withdraw(world.sara, id);
  expect(refused(await asking.request(world.sara, world.bram))).toEqual([]);
});

test('and again when it has lapsed', async () => {
  await app.at('2026-03-01T09:00:00Z', () => asking.asked());
  const again = () => asking.request(world.sara, world.bram);
  expect(refused(await app.at('2026-04-30T08:59:59Z', again))).toEqual(['ALREADY_ASKED']);
  expect(refused(await app.at('2026-04-30T09:00:00Z', again))).toEqual([]);
});

test('at most 20 of one member wait at once, also when 25 are asked at once', async () => {
  const many = Array.from({ length: 25 }, (_, place) => ({ lookingFor: `Dentist ${place}` }));
  const answers = await Promise.all(many.map((input) => asking.request(world.sara, world.bram, input)));
  expect(answers.flatMap(refused)).toEqual(Array(5).fill('TOO_MANY_OPEN'));
  expect(refused(await asking.request(world.pia, world.bram))).toEqual([]);
  await asking.withdraw(world.sara, answers.find(({ request }) => request)?.request.id);
  expect(refused(await asking.request(world.sara, world.bram))).toEqual([]);
});

test('what was declined, refused or put off takes its place as long as what is ignored', async () => {
  const contactId = await asking.circle.contact(world.bram, 'Carl');
  const ids = await Promise.all(
    Array.from({ length: 20 }, (_, place) => asking.asked({ lookingFor: `Dentist ${place}` })),
  );
  const [declined = '', refusing = '', postponed = ''] = ids;
  await asking.decline(world.bram, declined);
  await asking.accept(world.bram, refusing, contactId);
  await asking.answer(world.bram, refusing, false);
  await asking.postpone(world.bram, postponed, (await asking.read(world.bram, postponed)).lapsesAt.slice(0, 10));
  expect(refused(await asking.request(world.sara, world.bram))).toEqual(['TOO_MANY_OPEN']);
});

test('two at once ask the same once', async () => {
  const both = await Promise.all([1, 2].map(() => asking.request(world.sara, world.bram)));
  expect(both.flatMap(refused)).toEqual(['ALREADY_ASKED']);
});

test('a retry asks nothing anew', async () => {
  const input = { idempotencyKey: randomUUID() };
  const [first, second] = [
    await asking.request(world.sara, world.bram, input),
    await asking.request(world.sara, world.bram, input),
  ];
  expect(second.request).toEqual(first.request);
  const made = await app.database.query('SELECT id FROM introduction_requests WHERE asking_id = $1', [
    world.sara.personId,
  ]);
  expect(made).toHaveLength(1);
});

test('what happened is kept with keys alone', async () => {
  const id = await asking.asked();
  const activities = await app.database.query(
    'SELECT verb, actor_id AS "actorId", club_id AS "clubId", details FROM activities WHERE subject_id = $1',
    [id],
  );
  expect(activities).toEqual([
    {
      verb: 'introduction_request.made',
      actorId: world.sara.personId,
      clubId: null,
      details: { askedId: world.bram.personId },
    },
  ]);
});
