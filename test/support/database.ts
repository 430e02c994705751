import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';

const CLONE_ATTEMPTS = 20;
const OBJECT_IN_USE = '55006';

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
  await clone(serverUrl, template, name);
  const url = new URL(serverUrl);
  url.pathname = name;
  return { url: url.href, drop: () => run(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function clone(serverUrl: string, template: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
    } catch (error) {
      // Somebody, such as the server's own cleaning, looks at the template at this moment.
      const isBusy = error instanceof DatabaseError && error.code === OBJECT_IN_USE;
      if (!isBusy || attempt === CLONE_ATTEMPTS) throw error;
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
