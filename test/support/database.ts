import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';

const ATTEMPTS = 20;
const OBJECT_IN_USE = '55006';
const INSUFFICIENT_PRIVILEGE = '42501';

export interface TestDatabase {
  url: string;
  /** Ends the connections that are left. */
  drop(): Promise<void>;
}

/**
 * A database of one's own, with every migration applied: a copy of the template that global-setup.mjs made.
 * @throws Error when the tests do not run under jest's global setup.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { KRING_TEST_SERVER_URL: serverUrl, KRING_TEST_TEMPLATE: template } = process.env;
  if (!serverUrl || !template) throw new Error('There is no database server for tests: run them with `npm test`.');
  const name = `${template}_${randomBytes(6).toString('hex')}`;
  await patiently(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(serverUrl);
  url.pathname = name;
  return { url: url.href, drop: () => patiently(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

/** Tries again while the server's own cleaning looks at the database, which we may neither copy nor end then. */
async function patiently(serverUrl: string, statement: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run(serverUrl, statement);
    } catch (error) {
      const isBusy =
        error instanceof DatabaseError && [OBJECT_IN_USE, INSUFFICIENT_PRIVILEGE].includes(error.code ?? '');
      if (!isBusy || attempt === ATTEMPTS) throw error;
      await delay(100);
    }
  }
}

async function run(serverUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
