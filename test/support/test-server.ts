import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { createDataSource } from '../../src/data-source.js';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.js';
import { migrateJobs } from '../../src/platform/jobs-schema.js';

/**
 * The process behind one test run: holds the database server and the migrated template that every spec clones, until
 * the run disconnects. It is a process of its own so that it can clean up even after a run that was killed.
 */
interface TestServer {
  url: string;
  stop(): Promise<void>;
}

const OLDEST_POSTGRES = 15;
const template = `kring_test_${randomBytes(4).toString('hex')}`;

// Ctrl+C and its like reach us too, but the run may still need the database to end in order: our sign is that it
// disconnects, which it does even when it is killed.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
const disconnected = once(process, 'disconnect');

const server = await (process.env.DATABASE_URL ? useServer(process.env.DATABASE_URL) : startServer());
try {
  await createTemplate(server.url);
  if (process.connected) process.send?.({ url: server.url, template });
  await disconnected;
} finally {
  await server.stop();
}

async function startServer(): Promise<TestServer> {
  const dataDirectory = join(tmpdir(), template);
  const embedded = await startEmbeddedPostgres({ dataDirectory, throwaway: true });
  const stop = async () => {
    await embedded.stop();
    await rm(dataDirectory, { recursive: true });
  };
  return { url: embedded.url, stop };
}

/** @throws Error when the server is too old, or cannot be reached. */
async function useServer(url: string): Promise<TestServer> {
  const [version] = await query(url, `SELECT current_setting('server_version_num')::int / 10000 AS major`);
  if (Number(version?.major) < OLDEST_POSTGRES) {
    throw new Error(`DATABASE_URL is PostgreSQL ${version?.major}: Kring needs ${OLDEST_POSTGRES} or newer.`);
  }
  const stop = async () => {
    const left = await query(url, 'SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [template]);
    for (const { datname } of left) await query(url, `DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  };
  return { url, stop };
}

async function createTemplate(serverUrl: string): Promise<void> {
  await query(serverUrl, `CREATE DATABASE ${template}`);
  const url = new URL(serverUrl);
  url.pathname = template;
  const dataSource = await createDataSource(url.href).initialize();
  try {
    await dataSource.runMigrations({ transaction: 'each' });
    await migrateJobs(url.href);
  } finally {
    // A template can be cloned only while nobody is connected to it.
    await dataSource.destroy();
  }
}

async function query(url: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
