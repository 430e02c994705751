import { randomUUID } from 'node:crypto';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
});
afterAll(() => app.stop());

const profile = { givenName: 'Sara', familyName: 'Peeters-Claes', phone: '+32 9 200 00 00', locale: 'fr-BE' };
const change = (input: object = {}) =>
  app.act(
    world.sara,
    'changeProfile',
    { ...profile, ...input },
    'person { id givenName familyName phone locale email }',
  );

test('a person changes his own profile; the phone is kept in E.164', async () => {
  expect(await change()).toEqual({
    person: {
      id: world.sara.personId,
      givenName: 'Sara',
      familyName: 'Peeters-Claes',
      phone: '+3292000000',
      locale: 'fr-BE',
      email: world.sara.email,
    },
    errors: [],
  });
  const [activity] = await app.database.query("SELECT actor_id FROM activities WHERE verb = 'person.profile_changed'");
  expect(activity.actor_id).toBe(world.sara.personId);
});

test('a phone can be left out', async () => {
  await change();
  expect((await change({ phone: null })).person.phone).toBeNull();
  expect((await change({ phone: undefined })).person.phone).toBeNull();
});

test.each([
  ['a blank name', { givenName: ' ' }, 'givenName'],
  ['a name of two lines', { familyName: 'a\nb' }, 'familyName'],
  ['a phone without a country', { phone: '09 200 00 00' }, 'phone'],
  ['a phone that is too short', { phone: '+32 9' }, 'phone'],
  ['a text for a phone', { phone: 'call me' }, 'phone'],
  ['a language Kring does not speak', { locale: 'de-DE' }, 'locale'],
])('%s is refused, naming the field', async (_, input, field) => {
  expect(await change(input)).toMatchObject({ person: null, errors: [{ code: 'INVALID', field: ['input', field] }] });
});

test('a retry changes nothing more', async () => {
  const idempotencyKey = randomUUID();
  const first = await change({ idempotencyKey });
  expect(await change({ idempotencyKey })).toEqual(first);
  expect((await change({ idempotencyKey, givenName: 'Other' })).errors).toMatchObject([
    { code: 'IDEMPOTENCY_KEY_REUSED' },
  ]);
});
