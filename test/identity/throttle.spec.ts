import { Afterwards } from '../../src/platform/afterwards.js';
import { sessionAct } from '../support/session-acts.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;

const password = 'negen groene muizen';
const refused = 'TOO_MANY_ATTEMPTS';

beforeAll(async () => {
  app = await TestApp.start({ KRING_TRUST_PROXY: '127.0.0.1' });
  world = await World.build(app.database);
  await world.setPassword(world.cleo, password);
});
beforeEach(() => app.database.query('DELETE FROM sign_in_attempts'));
afterAll(() => app.stop());

/** The code of the refusal, or null when the sign-in was let in. */
async function signIn(input: object, server = app, address = '198.51.100.1'): Promise<string | null> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { errors { code } } }',
      variables: { input: { email: world.cleo.email, password: 'wrong', keepSignedInAs: 'TOKEN', ...input } },
    }),
  });
  const { data } = (await response.json()) as { data: { signIn: { errors: { code: string }[] } } };
  return data.signIn.errors[0]?.code ?? null;
}

async function repeat<T>(times: number, work: (round: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let round = 0; round < times; round += 1) results.push(await work(round));
  return results;
}

const wrong = (times: number) => new Array<string>(times).fill('WRONG_CREDENTIALS');

test.each(['cleo', 'nobody'])(
  'after five failures an account is refused for a while, known or not: %s',
  async (name) => {
    const email = name === 'cleo' ? world.cleo.email : 'nobody@kring.example';
    expect(await repeat(6, () => signIn({ email }))).toEqual([...wrong(5), refused]);
  },
);

test('the right password is refused as well, from any address, until the failures are fifteen minutes old', async () => {
  const start = Date.parse('2026-06-01T07:00:00Z');
  const after = (minutes: number) => new Date(start + minutes * 60_000).toISOString();
  await app.at(after(0), () => repeat(5, () => signIn({})));
  await app.at(after(14.9), async () => expect(await signIn({ password }, app, '203.0.113.9')).toBe(refused));
  await app.at(after(15.1), async () => expect(await signIn({ password })).toBeNull());
});

test('to keep trying does not keep the owner out: what was refused does not count', async () => {
  await app.at('2026-06-02T07:00:00Z', () => repeat(5, () => signIn({})));
  await app.at('2026-06-02T07:10:00Z', () => repeat(5, () => signIn({})));
  await app.at('2026-06-02T07:15:01Z', async () => expect(await signIn({ password })).toBeNull());
});

test("a sign-in clears the account's failures", async () => {
  expect(await repeat(4, () => signIn({}))).toEqual(wrong(4));
  expect(await signIn({ password })).toBeNull();
  expect(await repeat(6, () => signIn({}))).toEqual([...wrong(5), refused]);
});

test('capitals make no other account', async () => {
  await repeat(5, () => signIn({}));
  expect(await signIn({ email: world.cleo.email.toUpperCase() })).toBe(refused);
});

test('an address is refused after thirty failures on whatever accounts; others are not', async () => {
  const codes = await repeat(31, (round) => signIn({ email: `nobody${round}@kring.example` }));
  expect(codes).toEqual([...wrong(30), refused]);
  expect(await signIn({ password })).toBe(refused);
  expect(await signIn({ password }, app, '198.51.100.2')).toBeNull();
});

test('sign-ins that succeed do not count for the address', async () => {
  await repeat(3, () => signIn({ password }));
  expect(await app.database.query('SELECT * FROM sign_in_attempts')).toEqual([]);
});

test('of many attempts at the same moment no more than five are let through', async () => {
  const codes = await Promise.all(new Array(20).fill(0).map(() => signIn({})));
  expect(codes.filter((code) => code !== refused).length).toBeLessThanOrEqual(5);
});

test('what an untrusted client says of its address is not believed', async () => {
  const server = await TestApp.start();
  try {
    const codes = await repeat(31, (round) =>
      signIn({ email: `nobody${round}@kring.example` }, server, `198.51.100.${round}`),
    );
    expect(codes).toEqual([...wrong(30), refused]);
  } finally {
    await server.stop();
  }
});

test('attempts that count nowhere any more are cleaned', async () => {
  await app.at('2036-07-01T07:00:00Z', () => signIn({ email: 'nobody@kring.example' }));
  await app.at('2036-07-01T08:00:01Z', () => signIn({}));
  await app.application.get(Afterwards).settle();
  const rows = await app.database.query('SELECT attempted_at FROM sign_in_attempts');
  expect(rows).toEqual(new Array(2).fill({ attempted_at: new Date('2036-07-01T08:00:01Z') }));
});

test('the table of attempts holds no e-mail address', async () => {
  await signIn({});
  const rows: { throttle_key: string }[] = await app.database.query('SELECT throttle_key FROM sign_in_attempts');
  expect(rows).toHaveLength(2);
  for (const { throttle_key: key } of rows) expect(key).not.toContain('cleo');
});

test('a link for a new password can be wished for three times an hour, account or not', async () => {
  for (const email of [world.cleo.email, 'nobody@kring.example']) {
    const codes = await repeat(4, async () => {
      const { errors } = await sessionAct(app, null, 'requestPasswordReset', { email });
      return errors[0]?.code ?? null;
    });
    expect(codes).toEqual([null, null, null, refused]);
  }
});
