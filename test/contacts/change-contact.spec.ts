import { randomUUID } from 'node:crypto';
import { newId } from '../../src/platform/id.js';
import { Circle, refused } from '../support/circle.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let circle: Circle;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
});
afterAll(() => app.stop());

const selection = 'contact { id name company role email phone }';
const change = (actor: { token: string }, contactId: string, input: object = {}) =>
  app.act(actor, 'changeContact', { contactId, name: 'Carl Baert', ...input }, selection);

test('the owner changes all details at once: what is left out is gone', async () => {
  const contactId = await circle.contact(world.bram, 'Karl', { company: 'Baert', email: 'karl@baert.example' });
  const { contact, errors } = await change(world.bram, contactId, { role: 'buyer', phone: '+32 9 210 00 01' });
  expect(errors).toEqual([]);
  expect(contact).toEqual({
    id: contactId,
    name: 'Carl Baert',
    company: null,
    role: 'buyer',
    email: null,
    phone: '+3292100001',
  });
});

test('who somebody was identified as stays', async () => {
  const contactId = await circle.contact(world.bram, 'Ulf');
  await app.act(world.bram, 'identifyContact', { contactId, personId: world.ulf.personId }, 'contact { id }');
  await change(world.bram, contactId);
  const { contact } = await app.query(world.bram, 'query ($id: UUID!) { contact(id: $id) { person { id } } }', {
    id: contactId,
  });
  expect(contact.person).toEqual({ id: world.ulf.personId });
});

test.each([
  ['a blank name', { name: '' }, 'INVALID name'],
  ['an e-mail address that is none', { email: '@' }, 'INVALID email'],
  ['a phone number that is none', { phone: '112' }, 'INVALID phone'],
])('%s is refused, naming the field', async (_, input, refusal) => {
  const contactId = await circle.contact(world.bram, 'Karl');
  expect(refused(await change(world.bram, contactId, input))).toEqual([refusal]);
});

test('to whom it was introduced, with its details or without, does not change it', async () => {
  const contactId = await circle.contact(world.bram, 'Karl');
  await circle.introduce(world.bram, { contactId }, world.sara, { consentBasis: 'NONE_YET' });
  await circle.introduce(world.bram, { contactId }, world.cleo);
  for (const actor of [world.sara, world.cleo]) {
    const answer = await app.attempt(actor, 'changeContact', { contactId, name: 'Carl' }, selection);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
});

test("somebody else's contact is not found, like one that does not exist", async () => {
  const contactId = await circle.contact(world.bram, 'Karl');
  const missing = await change(world.sara, newId());
  expect(refused(missing)).toEqual(['NOT_FOUND contactId']);
  for (const actor of [world.sara, world.pia, world.ada, world.otto]) {
    expect(await change(actor, contactId)).toEqual(missing);
  }
});

test('a retry with the same key changes nothing that was changed since', async () => {
  const contactId = await circle.contact(world.bram, 'Karl');
  const input = { idempotencyKey: randomUUID(), name: 'First' };
  await change(world.bram, contactId, input);
  await change(world.bram, contactId, { name: 'Second' });
  expect((await change(world.bram, contactId, input)).contact.name).toBe('Second');
  expect(refused(await change(world.bram, contactId, { ...input, name: 'Third' }))).toEqual([
    'IDEMPOTENCY_KEY_REUSED idempotencyKey',
  ]);
});
