import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoPassword } from '../../src/cli/demo/demo-cast.js';
import { ask, signIn } from '../support/client.js';
import { type KringProcess, kring, serve, workingDirectory } from '../support/kring-process.js';
import { writeShortSeason } from '../support/short-season.js';

/** One life of a server with its own database, start after start: each test goes on where the one before ended. */
let directory: string;
let remove: () => Promise<void>;
let season: string;
let server: KringProcess;
let token: string;

const president = 'an.demeyer@gent.example';

beforeAll(async () => {
  ({ directory, remove } = await workingDirectory());
  season = await writeShortSeason(directory, 120);
});
afterAll(() => remove());

const start = () => {
  server = serve({ directory }, '--season', season);
  return server.url();
};

const whoIs = async (url: string) => (await ask(url, '{ viewer { person { givenName } } }', { token })).viewer?.person;

/** The process that serves the embedded database. */
const postmaster = async () =>
  Number((await readFile(join(directory, '.kring', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);

test('the first start loads the demo, tells how far it is, and shows its return report', async () => {
  await start();
  expect(server.stdout).toMatch(/^Loading the demo season: 0 %\n(.*\n)*Loading the demo season: 100 %\n/);
  expect(server.stdout).toMatch(/^Return of Kring Gent Leie & Schelde$/m);
});

test('the addresses it prints are true', async () => {
  const url = await server.url();
  expect(url).toMatch(/^http:\/\/localhost:[1-9]\d*$/);
  expect(server.stdout).toContain(`${url}/ide`);
  expect((await fetch(`${url}/ide`)).status).toBe(200);
  expect((await fetch(`${url}/health`)).status).toBe(200);
});

test('everybody it says can sign in can', async () => {
  const url = await server.url();
  const emails = [...server.stdout.matchAll(/^ {2}(\S+@\S+) /gm)].map(([, email = '']) => email);
  expect(emails).toHaveLength(5);
  for (const email of emails) expect(await signIn(url, email, demoPassword)).not.toBeNull();
  token = (await signIn(url, president, demoPassword)) ?? '';
  expect(await whoIs(url)).toEqual({ givenName: 'An' });
});

test('whoever changed his password is not shown with the old one', async () => {
  const input = { currentPassword: demoPassword, newPassword: 'negen rode ezels' };
  await ask(
    await server.url(),
    'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { errors { code } } }',
    { token, variables: { input } },
  );
  await server.end('SIGINT');
  await start();
  expect(server.stdout).not.toContain(president);
});

test('while it runs no other program may use its data', async () => {
  const ended = await kring(['migrate'], { directory });
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(/^Kring already runs on .*\(process \d+\): stop it first, [^\n]*\n$/);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s stops the server and then its database', async (signal) => {
  const database = await postmaster();
  const { code, stdout, stderr } = await server.end(signal);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/\nStopping …\nKring has stopped\.\n$/);
  expect(() => process.kill(database, 0)).toThrow('ESRCH');
  await expect(access(join(directory, '.kring', 'owner.lock'))).rejects.toThrow('ENOENT');
  await start();
});

test('a later start finds its data and loads nothing', async () => {
  expect(server.stdout).not.toContain('Loading');
  expect(server.stdout).toMatch(/^Return of Kring Gent/);
  expect(await whoIs(await server.url())).toEqual({ givenName: 'An' });
});

test('a server that was killed recovers with all it had', async () => {
  await server.end('SIGKILL');
  expect(await whoIs(await start())).toEqual({ givenName: 'An' });
});

test('a database that was killed with it recovers as well', async () => {
  const database = await postmaster();
  await server.end('SIGKILL');
  process.kill(database, 'SIGKILL');
  expect(await whoIs(await start())).toEqual({ givenName: 'An' });
});
