import { serverProblem } from '../../src/cli/migrate.js';
import { createDataSource } from '../../src/data-source.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { kring, serve, workingDirectory } from '../support/kring-process.js';

let directory: string;
let remove: () => Promise<void>;
let database: TestDatabase;
let settings: { DATABASE_URL: string };

beforeAll(async () => {
  ({ directory, remove } = await workingDirectory());
});
afterAll(() => remove());

beforeEach(async () => {
  database = await createTestDatabase();
  settings = { DATABASE_URL: database.url };
});
afterEach(() => database.drop());

async function query(statement: string): Promise<{ count: string }[]> {
  const dataSource = await createDataSource(database.url).initialize();
  try {
    return await dataSource.query(statement);
  } finally {
    await dataSource.destroy();
  }
}

const empty = () => query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');

test('the schema of an empty database is made, and then it is up to date', async () => {
  await empty();
  const first = await kring(['migrate'], { directory, settings });
  expect(first).toEqual({ code: 0, stdout: expect.stringMatching(/^Applied (\d+) of \1 migrations\.\n$/), stderr: '' });
  const second = await kring(['migrate'], { directory, settings });
  expect(second.stdout).toMatch(/^The schema is up to date: \d+ migrations\.\n$/);
});

test('of two servers that start at once on an empty database one migrates and both serve', async () => {
  await empty();
  const servers = [serve({ directory, settings }), serve({ directory, settings })];
  for (const server of servers) expect((await fetch(`${await server.url()}/health`)).status).toBe(200);
  const [{ count } = { count: '' }] = await query('SELECT count(DISTINCT name) - count(*) AS count FROM migrations');
  expect(count).toBe('0');
  const ends = await Promise.all(servers.map((server) => server.end('SIGTERM')));
  expect(ends.map(({ code, stderr }) => ({ code, stderr }))).toEqual(Array(2).fill({ code: 0, stderr: '' }));
});

test('while another Kring migrates one waits for it, and Ctrl+C ends the waiting', async () => {
  const dataSource = await createDataSource(database.url).initialize();
  const holder = dataSource.createQueryRunner();
  await holder.query(`SELECT pg_advisory_lock(hashtext('kring migrations'))`);
  const waiting = serve({ directory, settings });
  await expect(
    Promise.race([waiting.url(), new Promise((resolve) => setTimeout(resolve, 8_000, 'waits'))]),
  ).resolves.toBe('waits');
  expect(await waiting.end('SIGINT')).toMatchObject({ code: 0, stderr: '' });
  await dataSource.destroy();
});

test.each([
  [140_011, 'UTF8', 'The database is PostgreSQL 14: Kring needs 15 or newer.'],
  [150_000, 'UTF8', null],
  [180_004, 'UTF8', null],
  [160_001, 'LATIN1', 'The database keeps its text in LATIN1: Kring needs one in UTF8.'],
])('server version %i with encoding %s', (version, encoding, problem) => {
  expect(serverProblem(version, encoding)).toBe(problem);
});
