import { randomUUID } from 'node:crypto';
import { newId } from '../../src/platform/id.js';
import { Circle, refused } from '../support/circle.js';
import { TestApp } from '../support/test-app.js';
import { whileHeld } from '../support/while-held.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let circle: Circle;
let contactId: string;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  contactId = await circle.contact(world.bram, 'Ulf of the roofs');
});
afterAll(() => app.stop());

const identify = (actor: { token: string }, personId: string, input: object = {}) =>
  app.act(actor, 'identifyContact', { contactId, personId, ...input }, 'contact { id person { id } }');
const known = () =>
  app.database
    .query('SELECT person_id FROM contacts WHERE id = $1', [contactId])
    .then(([row]: { person_id: string | null }[]) => row?.person_id);

test('the owner says who of the clubs a contact is', async () => {
  const { contact, errors } = await identify(world.bram, world.ulf.personId);
  expect(errors).toEqual([]);
  expect(contact).toEqual({ id: contactId, person: { id: world.ulf.personId } });
});

test('so does a beneficiary who sees the details; one who sees the role only does not find it', async () => {
  await circle.introduce(world.bram, { contactId }, world.cleo, { consentBasis: 'NONE_YET' });
  await circle.introduce(world.bram, { contactId }, world.sara);
  expect(refused(await identify(world.cleo, world.ulf.personId))).toEqual(['NOT_FOUND contactId']);
  expect((await identify(world.sara, world.ulf.personId)).contact.person).toEqual({ id: world.ulf.personId });
});

test('who is known as one person is not another; the same again is no harm', async () => {
  await identify(world.bram, world.ulf.personId);
  expect((await identify(world.bram, world.ulf.personId)).errors).toEqual([]);
  expect(refused(await identify(world.bram, world.tess.personId))).toEqual(['ALREADY_IDENTIFIED personId']);
  expect(await known()).toBe(world.ulf.personId);
});

test('nobody is a contact of himself', async () => {
  expect(refused(await identify(world.bram, world.bram.personId))).toEqual(['INVALID personId']);
});

test("somebody else's contact is not found, like one that does not exist", async () => {
  const missing = await identify(world.bram, world.ulf.personId, { contactId: newId() });
  expect(refused(missing)).toEqual(['NOT_FOUND contactId']);
  expect(await identify(world.sara, world.ulf.personId)).toEqual(missing);
});

test('a person of another network, or one without a seat, is not found, like one that does not exist', async () => {
  const elsewhere = await World.build(app.database);
  const missing = await identify(world.bram, newId());
  expect(refused(missing)).toEqual(['NOT_FOUND personId']);
  for (const stranger of [elsewhere.ulf, world.otto]) {
    expect(await identify(world.bram, stranger.personId)).toEqual(missing);
  }
});

test('somebody who has left his club can still be named', async () => {
  await app.act(
    world.tess,
    'endMembership',
    { membershipId: world.ulf.membershipId, leftOn: '2026-02-01' },
    'membership { id }',
  );
  expect(refused(await identify(world.bram, world.ulf.personId))).toEqual([]);
});

test('of two who identify one contact at once as different persons, one is refused', async () => {
  await circle.introduce(world.bram, { contactId }, world.sara);
  const answers = await whileHeld(
    app.database,
    (manager) => manager.query('SELECT FROM contacts WHERE id = $1 FOR UPDATE', [contactId]),
    [() => identify(world.bram, world.ulf.personId), () => identify(world.sara, world.tess.personId)],
  );
  expect(answers.flatMap(refused)).toEqual(['ALREADY_IDENTIFIED personId']);
  const [done] = answers.filter((answer) => answer.contact);
  expect(await known()).toBe(done?.contact.person.id);
});

test('a retry with the same key gets the same contact', async () => {
  const input = { idempotencyKey: randomUUID() };
  const first = await identify(world.bram, world.ulf.personId, input);
  expect(await identify(world.bram, world.ulf.personId, input)).toEqual(first);
  expect(refused(await identify(world.bram, world.tess.personId, input))).toEqual([
    'IDEMPOTENCY_KEY_REUSED idempotencyKey',
  ]);
});
