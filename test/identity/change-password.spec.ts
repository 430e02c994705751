import { jest } from '@jest/globals';
import { Passwords } from '../../src/identity/passwords.js';
import { attemptSessionAct, sessionAct, whoIs } from '../support/session-acts.js';
import { TestApp } from '../support/test-app.js';
import { type CastMember, World } from '../support/world.js';

let app: TestApp;
let world: World;

const current = 'twee zwarte katten';
const next = 'drie grijze ganzen';

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
});
beforeEach(() => app.database.query('DELETE FROM sign_in_attempts'));
afterAll(() => app.stop());

const change = (actor: { token: string }, input: object = {}) =>
  sessionAct(app, actor, 'changePassword', { currentPassword: current, newPassword: next, ...input });
const signIn = (person: CastMember, password: string) =>
  sessionAct(app, null, 'signIn', { email: person.email, password, keepSignedInAs: 'TOKEN' }, 'token');

test('a member changes his password; his other sessions end, this one goes on', async () => {
  await world.setPassword(world.sara, current);
  const { token } = await signIn(world.sara, current);
  expect((await change({ token })).errors).toEqual([]);
  expect(await whoIs(app, token)).toBe(world.sara.personId);
  expect(await whoIs(app, world.sara.token)).toBeNull();
  expect((await signIn(world.sara, current)).errors).toMatchObject([{ code: 'WRONG_CREDENTIALS' }]);
  expect((await signIn(world.sara, next)).errors).toEqual([]);
});

test('without the current password nothing changes, and guessing it is slowed down', async () => {
  await world.setPassword(world.bram, current);
  for (let round = 0; round < 5; round += 1) {
    expect((await change(world.bram, { currentPassword: 'guess' })).errors).toMatchObject([
      { code: 'WRONG_CREDENTIALS', field: ['input', 'currentPassword'] },
    ]);
  }
  expect((await change(world.bram)).errors).toMatchObject([{ code: 'TOO_MANY_ATTEMPTS' }]);
});

test('a weak password is refused', async () => {
  await world.setPassword(world.cleo, current);
  const [localPart] = world.cleo.email.split('@');
  for (const newPassword of ['elf letters', 'qwertyuiop12', 'aaaaaaaaaaaa', `${localPart}`.toUpperCase()]) {
    expect((await change(world.cleo, { newPassword })).errors).toMatchObject([
      { code: 'PASSWORD_TOO_WEAK', field: ['input', 'newPassword'] },
    ]);
  }
});

test('a link for a new password that was mailed before ends', async () => {
  await world.setPassword(world.ulf, current);
  await app.database.query(
    `INSERT INTO account_tokens (id, person_id, kind, token_hash, created_at, expires_at)
     VALUES (gen_random_uuid(), $1, 'password_reset', sha256('a-link'), now(), now() + interval '1 hour')`,
    [world.ulf.personId],
  );
  await change(world.ulf);
  const reset = await sessionAct(app, null, 'resetPassword', { token: 'a-link', newPassword: 'tien paarse pauwen' });
  expect(reset.errors).toMatchObject([{ code: 'TOKEN_INVALID' }]);
});

test('of two changes at the same moment one is refused', async () => {
  await world.setPassword(world.tess, current);
  const answers = await Promise.all([change(world.tess), change(world.tess, { newPassword: 'acht rosse eekhoorns' })]);
  const codes = answers.map(({ errors }) => errors[0]?.code ?? 'done');
  expect(codes.sort()).toEqual(['WRONG_CREDENTIALS', 'done']);
});

test('a sign-in with the old password that is under way leaves no session behind', async () => {
  await world.setPassword(world.vik, current);
  const passwords = app.application.get(Passwords);
  const compared = passwords.verify.bind(passwords);
  const verify = jest.spyOn(passwords, 'verify').mockImplementationOnce(async (hash, password) => {
    const fits = await compared(hash, password);
    await change(world.vik);
    return fits;
  });
  expect((await signIn(world.vik, current)).errors).toMatchObject([{ code: 'WRONG_CREDENTIALS' }]);
  verify.mockRestore();
  expect((await signIn(world.vik, next)).errors).toEqual([]);
});

test('who is not signed in changes nothing', async () => {
  const answer = await attemptSessionAct(app, null, 'changePassword', { currentPassword: current, newPassword: next });
  expect(answer.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});
