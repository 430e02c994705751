import { randomUUID } from 'node:crypto';
import { newId } from '../../../src/platform/id.js';
import { refused } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { MeetingDay } from '../meeting-day.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
});
afterAll(() => app.stop());

type Actor = { token: string };
const text = 'She printed our menus in a day.\nThey were perfect.';
const selection = `testimonial {
  id text givenOn givenAt giver { person { givenName } } receiver { person { givenName } }
}`;
const give = (actor: Actor, receiver: { membershipId: string }, input: object = {}) =>
  app.act(actor, 'giveTestimonial', { receiverMembershipId: receiver.membershipId, text, ...input }, selection);
const listOf = async (actor: Actor, field: string, { membershipId: id }: CastMember, page = 'first: 20') =>
  (
    await app.query(
      actor,
      `query ($id: UUID!) {
        membership(id: $id) {
          ${field}(${page}) { totalCount pageInfo { endCursor } nodes { text giver { person { givenName } } receiver { id } } }
        }
      }`,
      { id },
    )
  ).membership[field];
const refusals = async (actor: Actor, receiver: { membershipId: string }) => refused(await give(actor, receiver));

test('a member praises a fellow member, on the day it is in the club', async () => {
  const { testimonial, errors } = await app.at('2026-03-04T23:30:00Z', () => give(world.bram, world.sara));
  expect(errors).toEqual([]);
  expect(testimonial).toMatchObject({
    text,
    givenOn: '2026-03-05',
    givenAt: '2026-03-04T23:30:00.000Z',
    giver: { person: { givenName: 'Bram' } },
    receiver: { person: { givenName: 'Sara' } },
  });
  const expected = { totalCount: 1, nodes: [{ text, giver: { person: { givenName: 'Bram' } } }] };
  expect(await listOf(world.cleo, 'testimonialsReceived', world.sara)).toMatchObject(expected);
  expect(await listOf(world.cleo, 'testimonialsGiven', world.bram)).toMatchObject(expected);
  expect(await listOf(world.cleo, 'testimonialsGiven', world.sara)).toMatchObject({ totalCount: 0, nodes: [] });
  expect(
    await app.database.query(
      `SELECT actor_id AS "actorId", details FROM activities WHERE verb = 'testimonial.given' AND club_id = $1`,
      [world.ghentId],
    ),
  ).toEqual([
    {
      actorId: world.bram.personId,
      details: { giverMembershipId: world.bram.membershipId, receiverMembershipId: world.sara.membershipId },
    },
  ]);
});

test('nobody gives a testimonial to himself', async () => {
  expect(await refusals(world.sara, world.sara)).toEqual(['GIVER_IS_RECEIVER receiverMembershipId']);
});

test('a testimonial is for who sits in the club today', async () => {
  await app.at('2026-03-01T09:00:00Z', () =>
    app.act(
      world.sara,
      'endMembership',
      { membershipId: world.sara.membershipId, leftOn: '2026-03-05' },
      'membership { id }',
    ),
  );
  const early = await app.at('2026-03-04T22:30:00Z', () => give(world.bram, world.sara));
  expect(early.errors).toEqual([]);
  const late = await app.at('2026-03-04T23:30:00Z', () => give(world.bram, world.sara));
  expect(late.errors).toMatchObject([{ code: 'NOT_A_MEMBER', field: ['input', 'receiverMembershipId'] }]);
});

test('members of other clubs, directors and administrators praise nobody here, and strangers find nobody', async () => {
  for (const actor of [world.ulf, world.dirk, world.ada]) {
    const input = { receiverMembershipId: world.sara.membershipId, text };
    expect((await app.attempt(actor, 'giveTestimonial', input, selection)).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  }
  const missing = ['NOT_FOUND receiverMembershipId'];
  expect(await refusals(world.otto, world.sara)).toEqual(missing);
  expect(await refusals(world.bram, { membershipId: newId() })).toEqual(missing);
});

test.each([
  ['no text', ' '],
  ['more than 1000 characters', 'a'.repeat(1001)],
  ['control characters', 'a\u0007'],
])('%s is refused', async (_, wrong) => {
  expect((await give(world.bram, world.sara, { text: wrong })).errors).toMatchObject([
    { code: 'INVALID', field: ['input', 'text'] },
  ]);
});

test('the same act sent again is one testimonial, and none is ever changed', async () => {
  const key = { idempotencyKey: randomUUID() };
  const [first, again] = [await give(world.bram, world.sara, key), await give(world.bram, world.sara, key)];
  expect(again.testimonial).toEqual(first.testimonial);
  expect(await listOf(world.bram, 'testimonialsGiven', world.bram)).toMatchObject({ totalCount: 1 });
  for (const statement of [`UPDATE testimonials SET text = 'other'`, 'DELETE FROM testimonials']) {
    await expect(app.database.query(statement)).rejects.toThrow();
  }
});

test('testimonials are for the club: others see none', async () => {
  await give(world.bram, world.sara);
  for (const actor of [world.ulf, world.dirk, world.ada]) {
    for (const field of ['testimonialsReceived', 'testimonialsGiven']) {
      expect(await listOf(actor, field, world.sara)).toBeNull();
    }
  }
});

test('a meeting shows what was said on its day in the club', async () => {
  const meetings = new MeetingDay(app, world);
  const meetingId = await meetings.planned();
  for (const [instant, giver] of [
    ['2026-03-04T22:59:00Z', world.pia],
    ['2026-03-04T23:01:00Z', world.bram],
    ['2026-03-05T22:59:00Z', world.cleo],
    ['2026-03-05T23:01:00Z', world.vik],
  ] as const) {
    await app.at(instant, () => give(giver, world.sara));
  }
  const query = 'query ($id: UUID!) { meeting(id: $id) { testimonials { nodes { giver { person { givenName } } } } } }';
  const list = async (actor: Actor) => (await app.query(actor, query, { id: meetingId })).meeting.testimonials;
  expect((await list(world.sara)).nodes).toEqual([
    { giver: { person: { givenName: 'Bram' } } },
    { giver: { person: { givenName: 'Cleo' } } },
  ]);
  expect(await list(world.ada)).toBeNull();
});

test('a membership says whether the viewer may praise its member', async () => {
  const can = async (actor: Actor, { membershipId: id }: CastMember) =>
    (await app.query(actor, 'query ($id: UUID!) { membership(id: $id) { viewerCan { giveTestimonial } } }', { id }))
      .membership.viewerCan.giveTestimonial;
  expect(await can(world.bram, world.sara)).toBe(true);
  expect(await can(world.sara, world.sara)).toBe(false);
  expect(await can(world.ulf, world.sara)).toBe(false);
  await app.act(
    world.sara,
    'endMembership',
    { membershipId: world.sara.membershipId, leftOn: '2026-03-05' },
    'membership { id }',
  );
  expect(await can(world.bram, world.sara)).toBe(false);
});

test('five testimonials cost as many statements as one, page by page', async () => {
  for (const giver of [world.pia, world.vik, world.bram, world.cleo, world.pia]) await give(giver, world.sara);
  const count = (first: number) =>
    app.countQueries(() => listOf(world.sara, 'testimonialsReceived', world.sara, `first: ${first}`));
  expect(await count(5)).toBe(await count(1));
  const { pageInfo } = await listOf(world.sara, 'testimonialsReceived', world.sara, 'first: 3');
  const rest = await listOf(world.sara, 'testimonialsReceived', world.sara, `first: 5, after: "${pageInfo.endCursor}"`);
  expect(rest.nodes).toMatchObject([
    { giver: { person: { givenName: 'Vik' } } },
    { giver: { person: { givenName: 'Pia' } } },
  ]);
});
