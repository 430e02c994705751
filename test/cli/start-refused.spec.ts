import { once } from 'node:events';
import { access, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { createDataSource } from '../../src/data-source.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { type Ended, serve, workingDirectory } from '../support/kring-process.js';

let directory: string;
let remove: () => Promise<void>;
let taken: Server;
let takenPort: number;

beforeAll(async () => {
  ({ directory, remove } = await workingDirectory());
  taken = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  await once(taken, 'listening');
  takenPort = (taken.address() as AddressInfo).port;
});
afterAll(async () => {
  taken.close();
  await remove();
});

const start = (settings: Record<string, string>, ...parameters: string[]): Promise<Ended> =>
  serve({ directory, settings }, ...parameters).end();

/** One line on standard error, nothing else, and exit code 1. */
function expectRefusal(ended: Ended, line: RegExp): void {
  expect(ended).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(/^[^\n]+\n$/) });
  expect(ended.stderr).toMatch(line);
}

const serverUrl = (change: (url: URL) => void): string => {
  const url = new URL(process.env.KRING_TEST_SERVER_URL ?? '');
  change(url);
  return url.href;
};

/** A migrated database to which something was done. */
async function databaseAfter(statement: string): Promise<TestDatabase> {
  const database = await createTestDatabase();
  const dataSource = await createDataSource(database.url).initialize();
  await dataSource.query(statement);
  await dataSource.destroy();
  return database;
}

test('an unknown setting is named, with those that are known', async () => {
  expectRefusal(await start({ KRING_PROT: '1' }), /^Unknown setting KRING_PROT\. Known are .*KRING_PUBLIC_URL/);
  const elsewhere = 'postgres://localhost:1/kring';
  expectRefusal(await start({ KRING_REPLICA_URL: elsewhere }), /^Setting KRING_REPLICA_URL .* set that, too\.$/m);
  expectRefusal(await start({ KRING_DIRECT_DATABASE_URL: elsewhere }), /^Setting KRING_DIRECT_DATABASE_URL .* too\.$/m);
});

test('a setting that cannot be so is named', async () => {
  expectRefusal(await start({ PORT: 'http' }), /^Setting PORT: /);
});

test('the settings of the file .env count as well', async () => {
  const place = await workingDirectory();
  await writeFile(join(place.directory, '.env'), 'KRING_COLOUR=blue\n');
  expectRefusal(await serve({ directory: place.directory }).end(), /^Unknown setting KRING_COLOUR/);
  await place.remove();
});

test('an unknown option is refused', async () => {
  expectRefusal(await start({}, '--demo'), /unknown option '--demo'/);
});

test('an address of a database that is none is refused', async () => {
  expectRefusal(await start({ DATABASE_URL: 'mysql://localhost/kring' }), /^Setting DATABASE_URL: /);
});

test('a database that nobody serves is told with its place, and never with its password', async () => {
  const url = 'postgres://kring:geheim@127.0.0.1:1/kring';
  const ended = await start({ DATABASE_URL: url });
  expectRefusal(ended, /^No PostgreSQL answers at 127\.0\.0\.1:1: /);
  expect(ended.stderr).not.toContain('geheim');
});

test('a host that does not exist is told', async () => {
  const url = 'postgres://kring:geheim@kring.invalid/kring';
  expectRefusal(await start({ DATABASE_URL: url }), /^The host kring\.invalid is unknown/);
});

test('something that is no PostgreSQL is told', async () => {
  const url = `postgres://kring:geheim@127.0.0.1:${takenPort}/kring`;
  expectRefusal(
    await start({ DATABASE_URL: url }),
    new RegExp(`^What answers at 127\\.0\\.0\\.1:${takenPort} is no PostgreSQL`),
  );
});

test('a role that PostgreSQL does not let in is told', async () => {
  const url = serverUrl((address) => {
    address.username = 'nobody';
    address.password = 'geheim';
  });
  expectRefusal(
    await start({ DATABASE_URL: url }),
    /^PostgreSQL at \S+ (refuses the password of nobody|does not let nobody in): /,
  );
});

test('a database that does not exist is told', async () => {
  const url = serverUrl((address) => {
    address.pathname = 'nowhere';
  });
  expectRefusal(await start({ DATABASE_URL: url }), /has no database nowhere: create it/);
});

test('a database that a newer Kring has migrated is left alone', async () => {
  const { url, drop } = await databaseAfter(
    `INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'Later9999999999999')`,
  );
  expectRefusal(await start({ DATABASE_URL: url }), /^The database is newer than this Kring: .*Later9999999999999/);
  await drop();
});

test('a database with tables of something else is left alone', async () => {
  const { url, drop } = await databaseAfter('DROP TABLE migrations');
  expectRefusal(await start({ DATABASE_URL: url }), /holds tables that are not Kring's/);
  await drop();
});

test('a port that is taken is told before a database is made', async () => {
  expectRefusal(
    await start({ PORT: String(takenPort) }),
    new RegExp(`^Port ${takenPort} of 127\\.0\\.0\\.1 is taken: `),
  );
  await expect(access(join(directory, '.kring'))).rejects.toThrow('ENOENT');
});

test('an address that is not of this machine is told', async () => {
  expectRefusal(await start({ HOST: '192.0.2.1' }), /^This machine has no address 192\.0\.2\.1/);
});

test('a data directory that cannot be used is told', async () => {
  await writeFile(join(directory, 'file'), '');
  expectRefusal(await start({ DATA_DIR: 'file' }), /^Kring cannot keep its data in file \(EEXIST\): set DATA_DIR/);
});
