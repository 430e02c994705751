import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Season } from '../../src/cli/season/season.types.js';
import { createTestDatabase } from '../support/database.js';
import { Terminal } from '../support/terminal.js';

let directory: string;
let seasonFile: string;

/** The first days of the demo season: enough to see that it is there. */
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'kring-start-'));
  const demo = JSON.parse(await readFile(new URL('../../demo/season.json', import.meta.url), 'utf8')) as Season;
  const acts = demo.acts.filter((act) => ['admitMember', 'endMembership', 'appointOfficer'].includes(act.act));
  seasonFile = join(directory, 'season.json');
  await writeFile(seasonFile, JSON.stringify({ ...demo, acts }));
});
afterEach(() => Terminal.killAll());
afterAll(() => rm(directory, { recursive: true }));

const start = (data: string) =>
  Terminal.run('main', { PORT: '0', DATA_DIR: join(directory, data) }, '--season', seasonFile);

async function ask(address: string, query: string, token?: string) {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data: Record<string, unknown> };
}

async function signIn(address: string, email: string, password: string): Promise<string | null> {
  const { data } = await ask(
    address,
    `mutation { signIn(input: { email: "${email}", password: "${password}", keepSignedInAs: TOKEN }) { token errors { code } } }`,
  );
  return (data.signIn as { token: string | null }).token;
}

/** A demo member signs in and gives a name to a contact; the names he has noted so far. */
async function noteContact(address: string, name: string): Promise<string[]> {
  const token = (await signIn(address, 'an.demeyer@gent.example', 'second-degree')) ?? '';
  await ask(
    address,
    `mutation { addContact(input: { idempotencyKey: "${crypto.randomUUID()}", name: "${name}" }) { errors { code } } }`,
    token,
  );
  const { data } = await ask(address, '{ viewer { contacts { nodes { name } } } }', token);
  return (data.viewer as { contacts: { nodes: { name: string }[] } }).contacts.nodes.map((node) => node.name);
}

test('the first start loads the season, Ctrl+C ends it in order, and a second start finds what was there', async () => {
  const first = start('kept');
  const address = await first.address();
  expect(await noteContact(address, 'Alma')).toEqual(['Alma']);
  expect(await (await fetch(`${address}/health`)).json()).toEqual({ status: 'ok' });
  expect(await first.end('SIGINT')).toBe(0);
  expect(first.said).toMatch(/Loading the demo season/);
  const second = start('kept');
  expect(await noteContact(await second.address(), 'Bea')).toEqual(['Alma', 'Bea']);
  expect(second.said).not.toMatch(/Loading/);
  expect(await second.end('SIGTERM')).toBe(0);
}, 120_000);

test('a start after a kill finds what was acknowledged; while one runs, a second on its data is refused', async () => {
  const first = start('killed');
  expect(await noteContact(await first.address(), 'Alma')).toEqual(['Alma']);
  const rival = start('killed');
  expect(await rival.end()).toBe(1);
  expect(rival.said.trim().split('\n')).toHaveLength(1);
  await first.end('SIGKILL');
  const second = start('killed');
  expect(await noteContact(await second.address(), 'Bea')).toEqual(['Alma', 'Bea']);
  expect(await second.end('SIGINT')).toBe(0);
}, 120_000);

test('a loading that was cut off begins anew at the next start', async () => {
  const first = start('cut');
  await first.waitFor(/Loading the demo season: [1-9]/);
  await first.end('SIGKILL');
  const second = start('cut');
  expect(await noteContact(await second.address(), 'Alma')).toEqual(['Alma']);
  expect(await second.end('SIGINT')).toBe(0);
}, 120_000);

test('on a database of its own it loads no demo and makes no account; the first administrator comes by command', async () => {
  const { url, drop } = await createTestDatabase();
  try {
    const server = Terminal.run('main', { PORT: '0', DATABASE_URL: url });
    const address = await server.address();
    expect(server.said).not.toMatch(/Loading|second-degree/);
    expect(await signIn(address, 'an.demeyer@gent.example', 'second-degree')).toBeNull();
    const words = [
      '--given-name',
      'Ada',
      '--family-name',
      'Jansen',
      '--email',
      'ada@kring.example',
      '--network',
      'Kring',
    ];
    const create = () => Terminal.run('cli/kring', { DATABASE_URL: url }, 'admin', 'create', ...words);
    const command = create();
    command.type('a long enough secret\n');
    expect([await command.end(), command.said]).toEqual([0, expect.stringMatching(/Ada Jansen founded Kring/)]);
    const again = create();
    again.type('a long enough secret\n');
    expect([await again.end(), again.said.trim().split('\n')]).toEqual([1, [expect.stringMatching(/known|e-mail/)]]);
    const token = (await signIn(address, 'ada@kring.example', 'a long enough secret')) ?? '';
    const { data } = await ask(address, '{ networks { nodes { name } } }', token);
    expect(data.networks).toEqual({ nodes: [{ name: 'Kring' }] });
    expect(await server.end('SIGINT')).toBe(0);
  } finally {
    await drop();
  }
}, 120_000);
