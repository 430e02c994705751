import { randomUUID } from 'node:crypto';
import { refused } from '../support/circle.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
});
afterAll(() => app.stop());

const selection = 'contact { id name company role email phone person { id } }';
const add = (actor: { token: string }, input: object = {}) =>
  app.act(actor, 'addContact', { name: 'Carl Baert', ...input }, selection);

test('a member adds a contact to his address book, with the phone number in E.164', async () => {
  const { contact, errors } = await add(world.bram, {
    company: 'Baert & Zonen',
    role: 'facility manager',
    email: 'carl@baert.example',
    phone: '+32 9 210 00 01',
  });
  expect(errors).toEqual([]);
  expect(contact).toEqual({
    id: expect.any(String),
    name: 'Carl Baert',
    company: 'Baert & Zonen',
    role: 'facility manager',
    email: 'carl@baert.example',
    phone: '+3292100001',
    person: null,
  });
});

test('a name is all it takes', async () => {
  const { contact } = await add(world.bram, { name: '  Dora ' });
  expect(contact).toMatchObject({ name: 'Dora', company: null, role: null, email: null, phone: null });
});

test('whoever has an account keeps an address book, with a seat or without', async () => {
  for (const actor of [world.otto, world.ada, world.dirk]) expect((await add(actor)).errors).toEqual([]);
});

test('two members may know the same human: nothing about a contact is unique', async () => {
  const details = { email: 'both@client.example', phone: '+32 9 210 00 02' };
  for (const actor of [world.bram, world.bram, world.sara]) expect(refused(await add(actor, details))).toEqual([]);
});

test.each([
  ['a blank name', { name: ' ' }, 'INVALID name'],
  ['a name over 120 characters', { name: 'x'.repeat(121) }, 'INVALID name'],
  ['a name over two lines', { name: 'Carl\nBaert' }, 'INVALID name'],
  ['a blank company', { company: '' }, 'INVALID company'],
  ['a blank role', { role: ' ' }, 'INVALID role'],
  ['an e-mail address that is none', { email: 'carl' }, 'INVALID email'],
  ['a phone number without a country', { phone: '09 210 00 01' }, 'INVALID phone'],
])('%s is refused, naming the field', async (_, input, refusal) => {
  expect(await add(world.bram, input)).toMatchObject({ contact: null });
  expect(refused(await add(world.bram, input))).toEqual([refusal]);
});

test('a retry with the same key adds nothing more and gets the same contact', async () => {
  const before = (await rows()).length;
  const input = { idempotencyKey: randomUUID(), email: 'once@client.example' };
  const first = await add(world.cleo, input);
  expect(await add(world.cleo, input)).toEqual(first);
  expect(await rows()).toHaveLength(before + 1);
  expect(refused(await add(world.cleo, { ...input, email: 'other@client.example' }))).toEqual([
    'IDEMPOTENCY_KEY_REUSED idempotencyKey',
  ]);
});

test('a key is its own for each person', async () => {
  const idempotencyKey = randomUUID();
  const [one, other] = [await add(world.pia, { idempotencyKey }), await add(world.vik, { idempotencyKey })];
  expect(other.contact.id).not.toBe(one.contact.id);
});

test('that a contact was added is kept, without its details', async () => {
  const { contact } = await add(world.tess, { email: 'tess@client.example' });
  const [activity] = await app.database.query('SELECT verb, actor_id, details FROM activities WHERE subject_id = $1', [
    contact.id,
  ]);
  expect(activity).toEqual({ verb: 'contact.added', actor_id: world.tess.personId, details: {} });
});

const rows = (): Promise<unknown[]> =>
  app.database.query('SELECT id FROM contacts WHERE owner_id = $1', [world.cleo.personId]);
