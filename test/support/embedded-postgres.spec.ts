import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.js';

/** A Kring in a process of its own. On Ctrl+C it stores its last word, as its pool would, and stops. */
const OWNER = `
  import { Client } from 'pg';
  import { startEmbeddedPostgres } from './src/platform/embedded-postgres.ts';
  const server = await startEmbeddedPostgres({ dataDirectory: process.argv[1] });
  process.once('SIGINT', async () => {
    const client = new Client({ connectionString: server.url });
    await client.connect();
    await client.query("INSERT INTO notes VALUES ('last word')");
    await client.end();
    await server.stop();
    process.disconnect();
  });
  process.on('message', () => undefined); // Stays for as long as its test does.
  process.send(server.url);
`;
const project = fileURLToPath(new URL('../../', import.meta.url));
const isRoot = process.getuid?.() === 0;

let parent: string;
let dataDirectory: string;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'kring-embedded-'));
  await chmod(parent, 0o755);
  dataDirectory = join(parent, 'data');
});

afterAll(() => rm(parent, { recursive: true }));

test('a new directory gets a UTF-8 database whose owner is no superuser', async () => {
  const server = await startEmbeddedPostgres({ dataDirectory });
  expect(server.isNew).toBe(true);
  const [row] = await query(
    server.url,
    `SELECT current_setting('server_encoding') AS encoding, current_setting('listen_addresses') AS addresses,
            current_user AS role, lower('ÉÏ') AS lowered,
            (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS super`,
  );
  expect(row).toEqual({ encoding: 'UTF8', addresses: '127.0.0.1', role: 'kring', lowered: 'éï', super: false });
  await query(server.url, 'CREATE TABLE notes (text text)');
  await server.stop();
});

test('only the owner of the data may read its password', async () => {
  const { mode } = await stat(join(dataDirectory, 'password'));
  expect(mode & 0o777).toBe(0o600);
});

test('what was stored is there after the next start', async () => {
  await store('kept');
  const server = await startEmbeddedPostgres({ dataDirectory });
  expect(server.isNew).toBe(false);
  expect(await notes(server.url)).toContain('kept');
  await server.stop();
  await server.stop();
});

test('a directory has one owner at a time', async () => {
  const owner = await spawnOwner();
  await expect(startEmbeddedPostgres({ dataDirectory })).rejects.toThrow(
    `Kring already runs on ${dataDirectory} (process ${owner.child.pid})`,
  );
  expect(await notes(owner.url)).toContain('kept');
  await interrupt(owner.child);
  const server = await startEmbeddedPostgres({ dataDirectory });
  await expect(startEmbeddedPostgres({ dataDirectory })).rejects.toThrow('Kring already runs');
  await server.stop();
});

test('Ctrl+C leaves the server running until its owner stops it', async () => {
  const owner = await spawnOwner();
  await interrupt(owner.child);
  const server = await startEmbeddedPostgres({ dataDirectory });
  expect(await notes(server.url)).toContain('last word');
  expect(await readFile(join(dataDirectory, 'server.log'), 'utf8')).not.toContain('not properly shut down');
  await server.stop();
});

test('nothing is lost when the owner is killed and its server runs on', async () => {
  const owner = await spawnOwner();
  await query(owner.url, `INSERT INTO notes VALUES ('owner killed')`);
  await kill(owner.child);
  expect(await notes(owner.url)).toContain('owner killed');
  const server = await startEmbeddedPostgres({ dataDirectory });
  expect(await notes(server.url)).toContain('owner killed');
  await server.stop();
});

test('nothing is lost when the owner and its server are killed', async () => {
  const owner = await spawnOwner();
  await query(owner.url, `INSERT INTO notes VALUES ('both killed')`);
  await kill(owner.child);
  process.kill(Number((await readFile(postmasterFile(), 'utf8')).split('\n')[0]), 'SIGKILL');
  const server = await startEmbeddedPostgres({ dataDirectory });
  expect(await notes(server.url)).toContain('both killed');
  await server.stop();
});

test('the ids of dead processes may have been given out again', async () => {
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
  await once(stranger, 'spawn');
  await writeFile(postmasterFile(), `${stranger.pid}\n${dataDirectory}/cluster\n0\n1\n\n127.0.0.1\n  0  0\nready   \n`);
  await writeFile(join(dataDirectory, 'owner.lock'), JSON.stringify({ pid: stranger.pid, startedAt: 'long ago' }));
  await store('after a stranger');
  expect(stranger.exitCode).toBeNull();
  await kill(stranger);
});

test('files that a power cut emptied do not keep it from starting', async () => {
  await writeFile(postmasterFile(), '');
  await writeFile(join(dataDirectory, 'owner.lock'), '');
  await store('after a power cut');
});

test('a start that fails shows the end of the log, and leaves the directory free', async () => {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  await expect(startEmbeddedPostgres({ dataDirectory, port })).rejects.toThrow(
    /did not start.*Address already in use/s,
  );
  listener.close();
  await store('after a failed start');
});

test('a directory that cannot be used is named in one line', async () => {
  const file = join(parent, 'file');
  await writeFile(file, '');
  await expect(startEmbeddedPostgres({ dataDirectory: file })).rejects.toThrow(
    /^Kring cannot keep its data in .*file \(EEXIST\): set DATA_DIR .*$/,
  );
  const closed = await mkdtemp(join(parent, 'closed-'));
  await mkdir(join(closed, 'data'));
  await writeFile(join(closed, 'data', 'something'), '');
  await chmod(isRoot ? closed : join(closed, 'data'), isRoot ? 0o700 : 0o500);
  await expect(startEmbeddedPostgres({ dataDirectory: join(closed, 'data') })).rejects.toThrow(/^.*: set DATA_DIR .*$/);
});

(isRoot ? test : test.skip)('in a directory that is closed to all but root the data are behind a link', async () => {
  const closed = join(await mkdtemp(join(parent, 'closed-')), 'data');
  const server = await startEmbeddedPostgres({ dataDirectory: closed, throwaway: true });
  await query(server.url, 'CREATE TABLE notes (text text)');
  await server.stop();
  const place = await realpath(closed);
  expect(place).toMatch(/^\/var\/lib\/kring-/);
  const again = await startEmbeddedPostgres({ dataDirectory: closed, throwaway: true });
  expect(await notes(again.url)).toEqual([]);
  await again.stop();
  await rm(place, { recursive: true });
});

async function spawnOwner(): Promise<{ child: ChildProcess; url: string }> {
  const loader = ['--import', './test/support/typescript.mjs', '--input-type=module'];
  const child = spawn(process.execPath, [...loader, '--eval', OWNER, dataDirectory], {
    cwd: project,
    env: { ...process.env, NODE_OPTIONS: '' },
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('The owner did not start: see above.')));
  });
  return { child, url };
}

/** What a terminal does on Ctrl+C: the signal goes to every process of the group. */
async function interrupt(child: ChildProcess): Promise<void> {
  process.kill(-Number(child.pid), 'SIGINT');
  await once(child, 'exit');
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function store(note: string): Promise<void> {
  const server = await startEmbeddedPostgres({ dataDirectory });
  await query(server.url, `INSERT INTO notes VALUES ('${note}')`);
  await server.stop();
}

async function notes(url: string): Promise<unknown[]> {
  return (await query(url, 'SELECT text FROM notes')).map(({ text }) => text);
}

function postmasterFile(): string {
  return join(dataDirectory, 'cluster', 'postmaster.pid');
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
