import { demoPassword } from '../../src/cli/demo/demo-cast.js';
import { ask, signIn } from '../support/client.js';
import { createTestDatabase } from '../support/database.js';
import { type KringProcess, kring, serve, workingDirectory } from '../support/kring-process.js';

/** A server on a database that somebody else looks after. */
let directory: string;
let remove: () => Promise<void>;
let settings: { DATABASE_URL: string };
let drop: () => Promise<void>;
let server: KringProcess;

beforeAll(async () => {
  ({ directory, remove } = await workingDirectory());
  const database = await createTestDatabase();
  ({ drop } = database);
  settings = { DATABASE_URL: database.url };
  server = serve({ directory, settings });
});
afterAll(async () => {
  await server.end('SIGINT');
  await drop();
  await remove();
});

const create = (input: string) => {
  const details = ['--given-name', 'Ada', '--family-name', 'Jansen', '--email', 'ada@kring.example'];
  return kring(['admin', 'create', ...details, '--network', 'Kring Zuid'], { directory, settings, input });
};

test('it loads no demo and makes no account by itself', async () => {
  const url = await server.url();
  expect(server.stdout).not.toMatch(/Loading|Sign in/);
  expect(await signIn(url, 'an.demeyer@gent.example', demoPassword)).toBeNull();
});

test('a password that is too weak makes no administrator', async () => {
  const { code, stderr } = await create('secret\n');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^[^\n]*12 characters[^\n]*\n$/);
});

test('the first administrator comes by the command, and founds his network', async () => {
  expect(await create('vijf gele ezels\n')).toMatchObject({ code: 0, stderr: '' });
  const token = (await signIn(await server.url(), 'ada@kring.example', 'vijf gele ezels')) ?? undefined;
  const { networks } = await ask(await server.url(), '{ networks { nodes { name } } }', { token });
  expect(networks.nodes).toEqual([{ name: 'Kring Zuid' }]);
});

test('nobody is made an administrator twice', async () => {
  const { code, stderr } = await create('vijf gele ezels\n');
  expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
});

test('to bring an up-to-date schema up to date changes nothing', async () => {
  expect(await kring(['migrate'], { directory, settings })).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/up to date/),
  });
});
