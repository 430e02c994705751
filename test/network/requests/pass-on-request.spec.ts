import { randomUUID } from 'node:crypto';
import { refused } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { Asking, lookingFor } from './asking.js';

let app: TestApp;
let world: World;
let asking: Asking;
let id: string;

const asked = '2026-03-01T09:00:00Z';
const answered = '2026-03-05T09:00:00Z';

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  asking = new Asking(app, world);
  id = await app.at(asked, () => asking.asked());
});
afterAll(() => app.stop());

const pass = async (to: CastMember = world.tess): Promise<string> => {
  const { request, errors } = await app.at(asked, () => asking.passOn(world.bram, id, to));
  if (!request) throw new Error(JSON.stringify(errors));
  return request.id;
};
const agree = async (actor: CastMember, requestId: string) => {
  const contactId = await asking.circle.contact(actor, 'Carl');
  await app.at(asked, () => asking.accept(actor, requestId, contactId));
  return app.at(answered, () => asking.answer(actor, requestId, true));
};
const chain = () =>
  app.database.query(
    `SELECT degree, introducer_id AS "introducerId", introduced_person_id AS "personId", root_id AS "rootId"
     FROM introductions WHERE beneficiary_id = $1 ORDER BY degree`,
    [world.sara.personId],
  );

test('who was asked asks a member of another club on behalf of the requester', async () => {
  const passed = await app.at('2026-03-02T09:00:00Z', () => asking.passOn(world.bram, id, world.tess));
  expect(passed.errors).toEqual([]);
  expect(passed.request).toMatchObject({
    ...{ state: 'WAITING', progress: null, lookingFor, message: 'For somebody of my club.', parent: { id } },
    ...{ requester: { id: world.sara.personId }, askedBy: { id: world.bram.personId } },
    ...{ asked: { id: world.tess.personId }, lapsesAt: '2026-04-30T09:00:00.000Z' },
  });
  const seen = await app.at(asked, () => asking.read(world.tess, passed.request.id));
  expect(seen).toMatchObject({
    ...{ progress: 'ASKED', parent: null, requester: { id: world.sara.personId } },
    viewerCan: { accept: true, passOn: false },
  });
  expect(await app.at(asked, () => asking.progress(world.bram, id))).toBe('PASSED_ON');
});

test('the requester does not see what was passed on for him', async () => {
  const passed = await pass();
  await app.at(asked, async () => {
    expect(await asking.read(world.sara, passed)).toBeNull();
    expect(refused(await asking.withdraw(world.sara, passed))).toEqual(['NOT_FOUND requestId']);
    const { viewer } = await app.query(world.sara, '{ viewer { introductionRequestsMade { nodes { id } } } }');
    expect(viewer.introductionRequestsMade.nodes).toEqual([{ id }]);
  });
});

test('on a yes both introductions exist: of who was asked last, then of the contact at degree 3', async () => {
  const passed = await pass();
  const { request } = await agree(world.tess, passed);
  expect(request).toMatchObject({ progress: 'INTRODUCED', introduction: { degree: 3 } });
  expect(await chain()).toEqual([
    {
      ...{ degree: 2, introducerId: world.bram.personId, personId: world.tess.personId },
      rootId: world.bram.personId,
    },
    { degree: 3, introducerId: world.tess.personId, personId: null, rootId: world.bram.personId },
  ]);
  const fields = 'state introduction { id degree root { id } introducedContact { name } }';
  const above = await app.at(answered, () => asking.read(world.sara, id, fields));
  expect(above).toMatchObject({
    ...{ state: 'INTRODUCED' },
    introduction: {
      id: request.introduction.id,
      root: { id: world.bram.personId },
      introducedContact: { name: 'Carl' },
    },
  });
  expect(await app.at(answered, () => asking.read(world.bram, passed))).toMatchObject({ state: 'INTRODUCED' });
});

test('when the requester was introduced to him before, the contact hangs there', async () => {
  await app.at(asked, () => asking.circle.introduce(world.cleo, { personId: world.tess.personId }, world.sara));
  await agree(world.tess, await pass());
  expect(await chain()).toMatchObject([
    { degree: 2, introducerId: world.cleo.personId },
    { degree: 3, rootId: world.cleo.personId },
  ]);
});

test('a no further away is as quiet for who passed it on; he still decides otherwise', async () => {
  const passed = await pass();
  const before = await app.at(answered, () => asking.read(world.bram, passed));
  await app.at(asked, () => asking.decline(world.tess, passed));
  expect(await app.at(answered, () => asking.read(world.bram, passed))).toEqual(before);
  expect((await agree(world.bram, id)).request).toMatchObject({ progress: 'INTRODUCED', introduction: { degree: 2 } });
});

test('it is passed on to several, and ends for the others when it is introduced by one', async () => {
  const [tess, ulf] = [await pass(world.tess), await pass(world.ulf)];
  await agree(world.ulf, ulf);
  await app.at(answered, async () => {
    expect(await asking.progress(world.tess, tess)).toBe('WITHDRAWN');
    expect(await asking.progress(world.ulf, ulf)).toBe('INTRODUCED');
  });
});

test.each([
  ['the requester withdraws', () => asking.withdraw(world.sara, id)],
  ['who passed it on declines', () => asking.decline(world.bram, id)],
])('it ends when %s', async (_, end) => {
  const passed = await pass();
  await app.at(asked, end);
  expect(await app.at(asked, () => asking.progress(world.tess, passed))).toBe('WITHDRAWN');
});

test('it is passed on once: by who was asked first, not further', async () => {
  const passed = await pass();
  expect(refused(await app.at(asked, () => asking.passOn(world.tess, passed, world.cleo)))).toEqual([
    'REQUEST_NOT_OPEN requestId',
  ]);
  const [contactId, viaContactId] = [
    await asking.circle.contact(world.tess, 'Carl'),
    await asking.circle.contact(world.tess, 'Mia'),
  ];
  const accept = () => asking.accept(world.tess, passed, contactId, { viaContactId });
  expect(refused(await app.at(asked, accept))).toEqual(['INVALID viaContactId']);
});

test('it goes to a member of the network with a seat, neither of the two nor a fellow of the requester', async () => {
  const to = async (member: CastMember) => refused(await app.at(asked, () => asking.passOn(world.bram, id, member)));
  const foreign = await World.build(app.database);
  expect(await to({ ...world.tess, personId: randomUUID() })).toEqual(['NOT_FOUND toPersonId']);
  expect(await to(foreign.tess)).toEqual(['NOT_FOUND toPersonId']);
  expect(await to(world.bram)).toEqual(['GIVER_IS_RECEIVER toPersonId']);
  expect(await to(world.sara)).toEqual(['GIVER_IS_RECEIVER toPersonId']);
  expect(await to(world.cleo)).toEqual(['INVALID toPersonId']);
  await pass();
  expect(await to(world.tess)).toEqual(['ALREADY_ASKED']);
  await app.database.query("UPDATE memberships SET left_on = '2026-02-01' WHERE id = $1", [world.ulf.membershipId]);
  expect(await to(world.ulf)).toEqual(['NOT_A_MEMBER toPersonId']);
});

test('the same that others ask the same member for stands in nobody’s way', async () => {
  await pass();
  const membershipId = await world.seat(world.tess.personId, world.ghentId, 'Baker');
  const ask = () => asking.request(world.sara, { ...world.tess, membershipId });
  expect(refused(await app.at(asked, ask))).toEqual([]);
});

test('a retry passes it on once', async () => {
  const input = { idempotencyKey: randomUUID() };
  const act = () => app.at(asked, () => asking.passOn(world.bram, id, world.tess, input));
  const [first, second] = [await act(), await act()];
  expect(second.request.id).toBe(first.request.id);
});
