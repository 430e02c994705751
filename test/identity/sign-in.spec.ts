import { jest } from '@jest/globals';
import { Passwords } from '../../src/identity/passwords.js';
import { sessionCookie } from '../../src/identity/session-token.js';
import { sessionAct, whoIs } from '../support/session-acts.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;

const password = 'vijf gele ezels';

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  await world.setPassword(world.sara, password);
});
afterAll(() => app.stop());

const credentials = () => ({ email: world.sara.email, password, keepSignedInAs: 'TOKEN' });
const signIn = (input: object = {}) =>
  sessionAct(
    app,
    null,
    'signIn',
    { ...credentials(), ...input },
    'token session { id client isCurrent expiresAt } viewer { person { givenName email } locale }',
  );

async function signInOverHttp(input: object = {}): Promise<Response> {
  return fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'A browser' },
    body: JSON.stringify({
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { token session { client } errors { code } } }',
      variables: { input: { ...credentials(), ...input } },
    }),
  });
}

function viewerBy(headers: Record<string, string>): Promise<unknown> {
  return fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: '{ viewer { person { id } } }' }),
  }).then((response) => response.json());
}

test('a member signs in and gets a token; the answer is his already', async () => {
  const { errors, token, session, viewer } = await signIn();
  expect(errors).toEqual([]);
  expect(session.isCurrent).toBe(true);
  expect(viewer).toEqual({ person: { givenName: 'Sara', email: world.sara.email }, locale: 'nl-BE' });
  expect(await whoIs(app, token)).toBe(world.sara.personId);
});

test('capitals and spaces around the e-mail address do not matter', async () => {
  expect((await signIn({ email: ` ${world.sara.email.toUpperCase()} ` })).errors).toEqual([]);
});

test('a browser gets a cookie that scripts cannot read and other sites cannot send along', async () => {
  const response = await signInOverHttp({ keepSignedInAs: 'COOKIE' });
  const body = (await response.json()) as { data: { signIn: unknown } };
  expect(body.data.signIn).toEqual({ token: null, session: { client: 'A browser' }, errors: [] });
  const [cookie = ''] = response.headers.getSetCookie();
  const [pair = '', ...attributes] = cookie.split('; ');
  expect(pair.startsWith('__Host-kring-session=')).toBe(true);
  expect(attributes.sort()).toEqual(['HttpOnly', `Max-Age=${180 * 86_400}`, 'Path=/', 'SameSite=Lax', 'Secure']);
  expect(await viewerBy({ cookie: pair })).toEqual({ data: { viewer: { person: { id: world.sara.personId } } } });
});

test('a request that another site could send without asking is refused, cookie or not', async () => {
  const [cookie = ''] = (await signInOverHttp({ keepSignedInAs: 'COOKIE' })).headers.getSetCookie();
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain', cookie: cookie.split(';')[0] ?? '' },
    body: JSON.stringify({ query: 'mutation { signOut { errors { code } } }' }),
  });
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(await viewerBy({ cookie: cookie.split(';')[0] ?? '' })).toMatchObject({
    data: { viewer: { person: { id: world.sara.personId } } },
  });
});

test('who keeps a token gets no cookie', async () => {
  const response = await signInOverHttp();
  expect(response.headers.getSetCookie()).toEqual([]);
});

test('signing out ends the session and clears the cookie', async () => {
  const { token } = await signIn();
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: app.url, cookie: `${sessionCookie}=${token}` },
    body: JSON.stringify({ query: 'mutation { signOut { session { id } errors { code } } }' }),
  });
  expect(await response.json()).toMatchObject({ data: { signOut: { errors: [] } } });
  expect(response.headers.getSetCookie()[0]).toMatch(
    /^__Host-kring-session=; Max-Age=0; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/,
  );
  expect(await whoIs(app, token)).toBeNull();
});

test('a wrong password and an unknown address get the same answer for the same work', async () => {
  const verify = jest.spyOn(app.application.get(Passwords), 'verify');
  const wrong = { email: world.sara.email, password: 'not the password' };
  const unknown = { email: 'nobody@kring.example', password: 'not the password' };
  await signIn(unknown);
  verify.mockClear();
  const answers: unknown[] = [];
  const queries: number[] = [];
  for (const input of [wrong, unknown]) {
    queries.push(await app.countQueries(async () => answers.push(await signIn(input))));
  }
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[0]).toMatchObject({
    session: null,
    token: null,
    viewer: null,
    errors: [{ code: 'WRONG_CREDENTIALS' }],
  });
  expect(queries[1]).toBe(queries[0]);
  // Both are compared with a hash: for nobody it is one that no password fits.
  expect(verify.mock.calls).toEqual([
    [expect.stringContaining('$argon2id$'), 'not the password'],
    [null, 'not the password'],
  ]);
  verify.mockRestore();
});

test('a password compared for nobody takes as long as one for somebody, and never fits', async () => {
  const passwords = app.application.get(Passwords);
  const hash = await passwords.choose('een heel lang woord', 'a@kring.example', 'password');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const time = async (known: string | null) => {
    const times: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      const start = performance.now();
      await passwords.verify(known, 'een ander woord');
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[4] ?? 0;
  };
  const [known, nobody] = [await time(hash), await time(null)];
  // Skipping the work would take microseconds; the margin is for a busy machine.
  expect(nobody).toBeGreaterThan(known / 5);
  expect(await passwords.verify(hash, 'een heel lang woord')).toBe(true);
  expect(await passwords.verify(null, 'een heel lang woord')).toBe(false);
});

test('an expired session is anonymous, and its end is put off by use', async () => {
  const at = (instant: string, work: () => Promise<unknown>) => app.at(instant, work);
  let token = '';
  await at('2026-03-01T08:00:00Z', async () => {
    token = (await signIn()).token;
  });
  const live = [
    ['2026-03-31T07:59:00Z', world.sara.personId],
    ['2026-04-30T07:58:00Z', world.sara.personId],
    ['2026-05-30T07:58:00Z', null],
  ] as const;
  for (const [instant, personId] of live) {
    await at(instant, async () => expect([instant, await whoIs(app, token)]).toEqual([instant, personId]));
  }
});

test('no session outlives 180 days, however much it is used', async () => {
  let token = '';
  await app.at('2026-03-01T08:00:00Z', async () => {
    token = (await signIn()).token;
  });
  const day = (days: number) => new Date(Date.parse('2026-03-01T08:00:00Z') + days * 86_400_000).toISOString();
  for (let days = 20; days < 180; days += 20) await app.at(day(days), () => whoIs(app, token));
  await app.at(day(179.9), async () => expect(await whoIs(app, token)).toBe(world.sara.personId));
  await app.at(day(180), async () => expect(await whoIs(app, token)).toBeNull());
});

test('a session is seen every five minutes at most, in the same round trip', async () => {
  const { token, session } = await signIn();
  const seen = async () => {
    const [row] = await app.database.query('SELECT last_seen_at FROM sessions WHERE id = $1', [session.id]);
    return row.last_seen_at as Date;
  };
  const signedInAt = await seen();
  const later = (minutes: number) => new Date(signedInAt.getTime() + minutes * 60_000);
  await app.at(later(4).toISOString(), () => whoIs(app, token));
  expect(await seen()).toEqual(signedInAt);
  await app.at(later(6).toISOString(), () => whoIs(app, token));
  expect(await seen()).toEqual(later(6));
  const again = await app.countQueries(() => whoIs(app, token));
  await app.at(later(20).toISOString(), async () => {
    expect(await app.countQueries(() => whoIs(app, token))).toBe(again);
  });
});

test('tokens and passwords are nowhere in the database in clear', async () => {
  const { token } = await signIn();
  const tables: { table_name: string }[] = await app.database.query(
    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  expect(tables.length).toBeGreaterThan(10);
  for (const { table_name: table } of tables) {
    const clear = [
      token,
      Buffer.from(token).toString('hex'),
      Buffer.from(token, 'base64url').toString('hex'),
      password,
    ];
    const hits = await app.database.query(
      `SELECT 1 FROM ${table} AS row WHERE EXISTS (SELECT FROM unnest($1::text[]) AS clear WHERE strpos(row::text, clear) > 0)`,
      [clear],
    );
    expect([table, hits]).toEqual([table, []]);
  }
});

test('junk for a token or a cookie is anonymous', async () => {
  expect(await viewerBy({ authorization: 'Bearer nonsense-nonsense-nonsense' })).toEqual({ data: { viewer: null } });
  expect(await viewerBy({ cookie: `${sessionCookie}=%00` })).toEqual({ data: { viewer: null } });
});

test('everything but the public operations needs a sign-in', async () => {
  const answer = await app.execute(null, `{ person(id: "${world.sara.personId}") { givenName } }`);
  expect(answer.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  const out = await app.execute(null, 'mutation { signOut { errors { code } } }');
  expect(out.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});
