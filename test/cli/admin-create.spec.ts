import { randomUUID } from 'node:crypto';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { ask, signIn } from '../support/client.js';
import { createTestDatabase } from '../support/database.js';
import { type Ended, type KringProcess, kring, serve, workingDirectory } from '../support/kring-process.js';

/** A server of one's own PostgreSQL, from the empty database to its first administrators. */
let directory: string;
let remove: () => Promise<void>;
let drop: () => Promise<void>;
let settings: { DATABASE_URL: string };
let server: KringProcess;

const password = 'vijf gele ezels';

beforeAll(async () => {
  ({ directory, remove } = await workingDirectory());
  const database = await createTestDatabase();
  drop = database.drop;
  settings = { DATABASE_URL: database.url };
  server = serve({ directory, settings });
});
afterAll(async () => {
  await remove();
  await drop();
});

function createAdministrator(changes: Record<string, string> = {}, input = `${password}\n`): Promise<Ended> {
  const details = { 'given-name': 'Ada', 'family-name': 'Jansen', email: 'ada@kring.example', network: 'Kring Zuid' };
  const parameters = Object.entries({ ...details, ...changes }).flatMap(([name, value]) => [`--${name}`, value]);
  return kring(['admin', 'create', ...parameters], { directory, settings, input });
}

const refusal = (line: string) => ({ code: 1, stdout: '', stderr: `${line}\n` });

test('with DATABASE_URL there is no demo and no account, and it says how to get one', async () => {
  await server.url();
  expect(server.stdout).not.toMatch(/Loading|Return of|Sign in/);
  expect(server.stdout).toContain(
    'Nobody has an account yet. Found a network and its first administrator:\n  npx kring admin create',
  );
  await expect(access(join(directory, '.kring'))).rejects.toThrow('ENOENT');
});

test('a password that is too short is refused', async () => {
  expect(await createAdministrator({}, 'kort\n')).toEqual(refusal('The password has fewer than 12 characters.'));
});

test('what is no e-mail address is refused', async () => {
  expect(await createAdministrator({ email: 'ada' })).toEqual(refusal('--email: This is no e-mail address.'));
});

test('a name of nothing but spaces is refused', async () => {
  expect(await createAdministrator({ network: '  ' })).toEqual(
    refusal('--network: The name of a network has 1 to 120 characters.'),
  );
});

test('a locale Kring has no words for is refused', async () => {
  expect(await createAdministrator({ locale: 'de-DE' })).toEqual(
    refusal('--locale: A locale is nl, en or fr with a country, such as nl-BE.'),
  );
});

test('where nobody can be asked, what is missing is named', async () => {
  const ended = await kring(['admin', 'create', '--given-name', 'Ada'], { directory, settings });
  expect(ended).toEqual(refusal('--family-name is missing.'));
});

test('the first administrator founds the network, signs in and can administer it', async () => {
  expect(await createAdministrator()).toEqual({
    code: 0,
    stdout: 'Ada Jansen founded Kring Zuid and administers it.\n',
    stderr: '',
  });
  const url = await server.url();
  const token = (await signIn(url, 'ada@kring.example', password)) ?? undefined;
  const { networks } = await ask(url, '{ networks { nodes { id name } } }', { token });
  expect(networks.nodes).toEqual([{ id: expect.any(String), name: 'Kring Zuid' }]);
  const input = { idempotencyKey: randomUUID(), parentId: networks.nodes[0].id, kind: 'COUNTRY', name: 'België' };
  const { createRegion } = await ask(
    url,
    'mutation ($input: CreateRegionInput!) { createRegion(input: $input) { region { name } errors { code } } }',
    { token, variables: { input } },
  );
  expect(createRegion).toEqual({ region: { name: 'België' }, errors: [] });
});

test('somebody whose e-mail address is known is refused, and nothing of him is kept', async () => {
  expect(await createAdministrator({ email: 'ADA@kring.example', network: 'Kring Noord' })).toEqual(
    refusal('This e-mail address is known already.'),
  );
  const url = await server.url();
  const token = (await signIn(url, 'ada@kring.example', password)) ?? undefined;
  expect((await ask(url, '{ networks { nodes { name } } }', { token })).networks.nodes).toEqual([
    { name: 'Kring Zuid' },
  ]);
});

test('a second administrator joins a network of that name', async () => {
  expect((await createAdministrator({ 'given-name': 'Bob', email: 'bob@kring.example' })).stdout).toBe(
    'Bob Jansen now administers Kring Zuid, too.\n',
  );
  const url = await server.url();
  const token = (await signIn(url, 'bob@kring.example', password)) ?? undefined;
  expect((await ask(url, '{ networks { nodes { name } } }', { token })).networks.nodes).toEqual([
    { name: 'Kring Zuid' },
  ]);
});

test('two at once found one network between them', async () => {
  const [one, other] = await Promise.all(
    ['carl', 'dora'].map((name) => createAdministrator({ email: `${name}@kring.example`, network: 'Kring West' })),
  );
  expect([one?.stdout, other?.stdout].sort()).toEqual([
    'Ada Jansen founded Kring West and administers it.\n',
    'Ada Jansen now administers Kring West, too.\n',
  ]);
});

test('an unknown command is refused', async () => {
  expect(await kring(['admin', 'remove'], { directory, settings })).toEqual(refusal("error: unknown command 'remove'"));
  expect((await kring(['amdin'], { directory, settings })).code).toBe(1);
});

test('the commands explain themselves', async () => {
  const { code, stdout } = await kring(['admin', 'create', '--help'], { directory, settings });
  expect(code).toBe(0);
  expect(stdout).toMatch(/--given-name.*--network.*The password is asked for or read from standard input/s);
});
