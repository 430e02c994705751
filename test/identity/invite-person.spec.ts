import { randomUUID } from 'node:crypto';
import { Afterwards } from '../../src/platform/afterwards.js';
import { Mailbox } from '../support/mailbox.js';
import { sessionAct, whoIs } from '../support/session-acts.js';
import { TestApp } from '../support/test-app.js';
import { type CastMember, World } from '../support/world.js';

let app: TestApp;
let world: World;
let mailbox: Mailbox;

const password = 'acht bruine beren';

beforeAll(async () => {
  mailbox = await Mailbox.start();
  app = await TestApp.start({
    KRING_SMTP_URL: mailbox.url,
    KRING_PUBLIC_URL: 'https://kring.example/',
    KRING_MAIL_FROM: 'Kring <post@kring.example>',
  });
  world = await World.build(app.database);
});
afterAll(async () => {
  await app.stop();
  await mailbox.stop();
});

/** A person with a seat in Ghent who has no account yet. */
async function newcomer(profession: string = randomUUID()): Promise<CastMember> {
  const person = await world.member('Noor', 'Dhondt', world.ghentId, profession);
  await world.removeAccount(person);
  return person;
}

async function invite(actor: CastMember, personId: string, input: object = {}) {
  const payload = await app.act(actor, 'invitePerson', { personId, ...input }, 'person { id viewerCan { invite } }');
  await app.application.get(Afterwards).settle();
  return payload;
}

const claim = (token: string, input: object = {}) =>
  sessionAct(
    app,
    null,
    'claimInvitation',
    { token, password, keepSignedInAs: 'TOKEN', ...input },
    'token viewer { person { id } }',
  );

test('a president invites a new member, who claims an account and is signed in', async () => {
  const noor = await newcomer();
  expect(await invite(world.pia, noor.personId)).toEqual({
    person: { id: noor.personId, viewerCan: { invite: true } },
    errors: [],
  });
  const mail = mailbox.lastTo(noor.email);
  expect(mail.subject).toBe('Je uitnodiging voor Kring');
  expect(mail.text).toContain('Pia Claes nodigt je uit');
  expect(mail.text).toMatch(/^https:\/\/kring\.example\/invitation\/[\w-]{43}$/m);
  const { errors, token, viewer } = await claim(mailbox.tokenTo(noor.email));
  expect(errors).toEqual([]);
  expect(viewer).toEqual({ person: { id: noor.personId } });
  expect(await whoIs(app, token)).toBe(noor.personId);
  const again = await sessionAct(
    app,
    null,
    'signIn',
    { email: noor.email, password, keepSignedInAs: 'TOKEN' },
    'viewer { person { id } }',
  );
  expect(again.viewer).toEqual({ person: { id: noor.personId } });
});

test.each([
  ['en-GB', 'Your invitation to Kring'],
  ['nl-NL', 'Je uitnodiging voor Kring'],
  ['fr-BE', /^=\?UTF-8\?.*\?=$/],
])('the mail speaks the language of the invited: %s', async (locale, subject) => {
  const noor = await newcomer();
  await app.database.query('UPDATE persons SET locale = $2 WHERE id = $1', [noor.personId, locale]);
  await invite(world.ada, noor.personId);
  expect(mailbox.lastTo(noor.email).subject).toMatch(subject);
});

test('the board offices that look after members invite, and administrators; nobody else', async () => {
  const noor = await newcomer();
  await world.office(world.sara, world.ghentId, 'membership_committee');
  await world.office(world.cleo, world.ghentId, 'secretary_treasurer');
  await world.office(world.bram, world.ghentId, 'education');
  for (const actor of [world.pia, world.vik, world.sara, world.cleo, world.ada]) {
    expect((await invite(actor, noor.personId)).errors).toEqual([]);
  }
  for (const actor of [world.bram, world.dirk, world.tess]) {
    const answer = await app.attempt(actor, 'invitePerson', { personId: noor.personId }, 'person { id }');
    expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
});

test('to a stranger the person does not exist', async () => {
  const noor = await newcomer();
  const nobody = await invite(world.otto, '0191f3a0-0000-7000-8000-00000000dead');
  expect(nobody).toMatchObject({ person: null, errors: [{ code: 'NOT_FOUND', field: ['input', 'personId'] }] });
  expect(await invite(world.otto, noor.personId)).toEqual(nobody);
});

test('who has left is invited no more; who will join is', async () => {
  const noor = await newcomer();
  await app.database.query("UPDATE memberships SET left_on = '2026-02-01' WHERE id = $1", [noor.membershipId]);
  const answer = await app.attempt(world.pia, 'invitePerson', { personId: noor.personId }, 'person { id }');
  expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  await world.seat(noor.personId, world.ghentId, 'Baker', '2098-01-01');
  expect((await invite(world.pia, noor.personId)).errors).toEqual([]);
});

test('an administrator invites a director without a seat', async () => {
  await world.removeAccount(world.dirk);
  expect((await invite(world.ada, world.dirk.personId)).errors).toEqual([]);
});

test('who has an account is not invited', async () => {
  expect(await invite(world.pia, world.bram.personId)).toMatchObject({
    person: null,
    errors: [{ code: 'ALREADY_HAS_ACCOUNT', field: ['input', 'personId'] }],
  });
});

test('a retry with the same key sends no second mail', async () => {
  const noor = await newcomer();
  const idempotencyKey = randomUUID();
  const first = await invite(world.pia, noor.personId, { idempotencyKey });
  const sent = mailbox.mails.length;
  expect(await invite(world.pia, noor.personId, { idempotencyKey })).toEqual(first);
  expect(mailbox.mails).toHaveLength(sent);
});

test('a newer invitation ends the older', async () => {
  const noor = await newcomer();
  await invite(world.pia, noor.personId);
  const older = mailbox.tokenTo(noor.email);
  await invite(world.pia, noor.personId);
  expect(await claim(older)).toMatchObject({ token: null, errors: [{ code: 'TOKEN_INVALID' }] });
  expect((await claim(mailbox.tokenTo(noor.email))).errors).toEqual([]);
});

test('an invitation works once, even if it is claimed twice at the same moment', async () => {
  const noor = await newcomer();
  await invite(world.pia, noor.personId);
  const token = mailbox.tokenTo(noor.email);
  const codes = (await Promise.all([claim(token), claim(token)])).map(({ errors }) => errors[0]?.code ?? 'done');
  expect(codes.sort()).toEqual(['TOKEN_INVALID', 'done']);
  expect(await claim(token)).toMatchObject({ errors: [{ code: 'TOKEN_INVALID', field: ['input', 'token'] }] });
});

test('an invitation holds for fourteen days', async () => {
  const noor = await newcomer();
  await app.at('2026-05-01T12:00:00Z', () => invite(world.pia, noor.personId));
  const token = mailbox.tokenTo(noor.email);
  await app.at('2026-05-15T12:00:00Z', async () => {
    expect((await claim(token)).errors).toMatchObject([{ code: 'TOKEN_INVALID' }]);
  });
  await app.at('2026-05-15T11:59:59Z', async () => expect((await claim(token)).errors).toEqual([]));
});

test('a weak password does not use the invitation up', async () => {
  const noor = await newcomer();
  await invite(world.pia, noor.personId);
  const token = mailbox.tokenTo(noor.email);
  const [localPart] = noor.email.split('@');
  for (const weak of ['kort', 'wachtwoord1234', `1 ${localPart} 2`, 'x'.repeat(201)]) {
    expect((await claim(token, { password: weak })).errors).toMatchObject([
      { code: 'PASSWORD_TOO_WEAK', field: ['input', 'password'] },
    ]);
  }
  expect((await claim(token)).errors).toEqual([]);
});

test('a link for one thing does not do another; one that never was does nothing', async () => {
  const noor = await newcomer();
  await invite(world.pia, noor.personId);
  const token = mailbox.tokenTo(noor.email);
  const reset = await sessionAct(app, null, 'resetPassword', { token, newPassword: password });
  expect(reset.errors).toMatchObject([{ code: 'TOKEN_INVALID' }]);
  expect((await claim('never-was')).errors).toMatchObject([{ code: 'TOKEN_INVALID' }]);
});

test('who got an account meanwhile claims no second', async () => {
  const noor = await newcomer();
  await invite(world.pia, noor.personId);
  await app.database.query(
    `INSERT INTO accounts (id, person_id, password_hash, created_at, password_changed_at)
     VALUES ($1, $2, 'none', now(), now())`,
    [randomUUID(), noor.personId],
  );
  expect((await claim(mailbox.tokenTo(noor.email))).errors).toMatchObject([{ code: 'ALREADY_HAS_ACCOUNT' }]);
});

test('the tokens of links are kept as hashes only, and what happened is recorded without them', async () => {
  const noor = await newcomer();
  await invite(world.pia, noor.personId);
  const token = mailbox.tokenTo(noor.email);
  const [row] = await app.database.query('SELECT t::text AS text FROM account_tokens t WHERE person_id = $1', [
    noor.personId,
  ]);
  expect(row.text).not.toContain(token);
  expect(row.text).not.toContain(Buffer.from(token).toString('hex'));
  await claim(token);
  const activities = await app.database.query(
    `SELECT verb, subject_type, actor_id, details FROM activities
     WHERE subject_id = $1 OR actor_id = $1 ORDER BY happened_at`,
    [noor.personId],
  );
  expect(activities).toEqual([
    { verb: 'person.invited', subject_type: 'person', actor_id: world.pia.personId, details: {} },
    { verb: 'account.opened', subject_type: 'account', actor_id: noor.personId, details: {} },
  ]);
});
