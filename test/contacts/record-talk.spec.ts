import { randomUUID } from 'node:crypto';
import { newId } from '../../src/platform/id.js';
import { Circle, refused } from '../support/circle.js';
import { TestApp } from '../support/test-app.js';
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
  contactId = await circle.contact(world.bram, 'Carl', { email: 'carl@baert.example' });
});
afterAll(() => app.stop());

const noon = '2026-03-05T12:00:00Z';
const record = (actor: { token: string }, input: object = {}) =>
  app.at(noon, () => app.act(actor, 'recordTalk', { contactId, ...input }, 'contact { id email lastSpokenOn }'));

test('the owner records the day they spoke, and nothing else changes', async () => {
  const { contact, errors } = await record(world.bram, { on: '2026-03-01' });
  expect(errors).toEqual([]);
  expect(contact).toEqual({ id: contactId, email: 'carl@baert.example', lastSpokenOn: '2026-03-01' });
});

test('without a day it is today', async () => {
  expect((await record(world.bram)).contact.lastSpokenOn).toBe('2026-03-05');
});

test('a later day wins, in whatever order the two are told', async () => {
  await record(world.bram, { on: '2026-03-01' });
  expect((await record(world.bram, { on: '2026-02-01' })).contact.lastSpokenOn).toBe('2026-03-01');
  expect((await record(world.bram, { on: '2026-03-02' })).contact.lastSpokenOn).toBe('2026-03-02');
});

test('of two told at once the later one wins', async () => {
  await Promise.all(['2026-03-03', '2026-03-01', '2026-03-02'].map((on) => record(world.bram, { on })));
  expect((await record(world.bram, { on: '2026-01-01' })).contact.lastSpokenOn).toBe('2026-03-03');
});

test('nobody has spoken in the future; where it is tomorrow already, tomorrow is today', async () => {
  expect(refused(await record(world.bram, { on: '2026-03-07' }))).toEqual(['DATE_OUT_OF_RANGE on']);
  expect(refused(await record(world.bram, { on: '2026-03-06' }))).toEqual([]);
});

test("somebody else's contact is not found, like one that does not exist; whom it was introduced to may not", async () => {
  const missing = await record(world.sara, { contactId: newId() });
  expect(refused(missing)).toEqual(['NOT_FOUND contactId']);
  expect(await record(world.sara)).toEqual(missing);
  await circle.introduce(world.bram, { contactId }, world.cleo);
  const { errors } = await app.attempt(world.cleo, 'recordTalk', { contactId }, 'contact { id }');
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('a retry with the same key gets the same contact', async () => {
  const input = { idempotencyKey: randomUUID(), on: '2026-03-01' };
  const first = await record(world.bram, input);
  expect(await record(world.bram, input)).toEqual(first);
  expect(refused(await record(world.bram, { ...input, on: '2026-03-02' }))).toEqual([
    'IDEMPOTENCY_KEY_REUSED idempotencyKey',
  ]);
});
