import { jest } from '@jest/globals';
import { Afterwards } from '../../src/platform/afterwards.js';
import { Mail } from '../../src/platform/mail.js';
import { Mailbox } from '../support/mailbox.js';
import { sessionAct, whoIs } from '../support/session-acts.js';
import { TestApp } from '../support/test-app.js';
import { type CastMember, World } from '../support/world.js';

let app: TestApp;
let world: World;
let mailbox: Mailbox;

const password = 'drie witte wolven';

beforeAll(async () => {
  mailbox = await Mailbox.start();
  app = await TestApp.start({
    KRING_SMTP_URL: mailbox.url,
    KRING_PUBLIC_URL: 'https://kring.example',
    KRING_LOG_LEVEL: 'silent',
  });
  world = await World.build(app.database);
});
beforeEach(() => app.database.query('DELETE FROM sign_in_attempts'));
afterAll(async () => {
  await app.stop();
  await mailbox.stop();
});

async function request(email: string) {
  const payload = await sessionAct(app, null, 'requestPasswordReset', { email });
  await app.application.get(Afterwards).settle();
  return payload;
}

async function tokenFor(person: CastMember): Promise<string> {
  await request(person.email);
  return mailbox.tokenTo(person.email);
}

const reset = (token: string, newPassword = password) => sessionAct(app, null, 'resetPassword', { token, newPassword });
const signIn = (person: CastMember, withPassword: string) =>
  sessionAct(app, null, 'signIn', { email: person.email, password: withPassword, keepSignedInAs: 'TOKEN' }, 'token');

test('who forgot his password gets a link, chooses another, and every session of before ends', async () => {
  expect((await request(world.sara.email.toUpperCase())).errors).toEqual([]);
  const mail = mailbox.lastTo(world.sara.email);
  expect(mail.subject).toBe('Een nieuw wachtwoord voor Kring');
  expect(mail.text).toMatch(/^https:\/\/kring\.example\/password-reset\/[\w-]{43}$/m);
  expect((await reset(mailbox.tokenTo(world.sara.email))).errors).toEqual([]);
  expect(await whoIs(app, world.sara.token)).toBeNull();
  const { token } = await signIn(world.sara, password);
  expect(await whoIs(app, token)).toBe(world.sara.personId);
});

test('an address without an account gets the same answer, for the same work', async () => {
  await request('warm@kring.example');
  const afterwards = app.application.get(Afterwards);
  const run = jest.spyOn(afterwards, 'run').mockImplementation(() => undefined);
  const answers: unknown[] = [];
  const queries: number[] = [];
  for (const email of [world.bram.email, 'nobody@kring.example']) {
    queries.push(
      await app.countQueries(async () => {
        answers.push(await sessionAct(app, null, 'requestPasswordReset', { email }));
      }),
    );
  }
  // Whether there is an account is asked only in what comes after the answer.
  expect(run.mock.calls.map(([what]) => what)).toEqual(new Array(2).fill('mail a password reset link'));
  run.mockRestore();
  expect(answers).toEqual([{ errors: [] }, { errors: [] }]);
  expect(queries[1]).toBe(queries[0]);
});

test('no mail goes to an address without an account, nor to an invited person who has none yet', async () => {
  const cleo = await world.member('Noor', 'Dhondt', world.ghentId, 'Optician');
  await world.removeAccount(cleo);
  const sent = mailbox.mails.length;
  await request('nobody@kring.example');
  await request(cleo.email);
  expect(mailbox.mails).toHaveLength(sent);
});

test('a link works once, and a newer one ends the older', async () => {
  const [older, newer] = [await tokenFor(world.ulf), await tokenFor(world.ulf)];
  const invalid = { errors: [{ code: 'TOKEN_INVALID', field: ['input', 'token'] }] };
  expect(await reset(older)).toMatchObject(invalid);
  expect((await reset(newer)).errors).toEqual([]);
  expect(await reset(newer, 'vier rode vossen')).toMatchObject(invalid);
  expect((await signIn(world.ulf, password)).errors).toEqual([]);
});

test('a link holds for an hour', async () => {
  let token = '';
  await app.at('2026-05-01T12:00:00Z', async () => {
    token = await tokenFor(world.tess);
  });
  await app.at('2026-05-01T13:00:00Z', async () => {
    expect((await reset(token)).errors).toMatchObject([{ code: 'TOKEN_INVALID' }]);
  });
  await app.at('2026-05-01T12:59:59Z', async () => expect((await reset(token)).errors).toEqual([]));
});

test('a weak password does not use the link up', async () => {
  const token = await tokenFor(world.vik);
  expect((await reset(token, 'password1234')).errors).toMatchObject([
    { code: 'PASSWORD_TOO_WEAK', field: ['input', 'newPassword'] },
  ]);
  expect((await reset(token)).errors).toEqual([]);
});

test('a mail server that fails changes nothing of the answer', async () => {
  const send = jest.spyOn(app.application.get(Mail), 'send').mockRejectedValue(new Error('550 no'));
  expect((await request(world.pia.email)).errors).toEqual([]);
  send.mockRestore();
});
