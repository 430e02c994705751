import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../data-source.js';
import { migrateJobs } from '../platform/jobs-schema.js';
import { connectionProblem, schemaProblem } from './database-problem.js';
import { Problem } from './problem.js';

const oldestMajor = 15;
const lockName = 'kring migrations';
const lockPatienceMilliseconds = 100;

export interface Migrated {
  /** How many migrations there are. */
  all: number;
  /** How many of them were applied now. */
  applied: number;
}

/**
 * Brings the schema up to date. Of several processes at once one does it and the others wait.
 * @throws Problem when the database cannot be reached or does not fit this program
 */
export async function migrate(url: string, interrupted: AbortSignal): Promise<Migrated> {
  const dataSource = createDataSource(url);
  await dataSource.initialize().catch((error: unknown) => {
    throw connectionProblem(url, error);
  });
  try {
    await checkServer(dataSource);
    return await alone(dataSource, interrupted, async () => {
      const migrated = await applyMigrations(dataSource);
      await migrateJobs(url);
      return migrated;
    });
  } catch (error) {
    throw schemaProblem(url, error);
  } finally {
    await dataSource.destroy();
  }
}

async function checkServer(dataSource: DataSource): Promise<void> {
  const [server] = await dataSource.query<{ version: number; encoding: string }[]>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding`,
  );
  const problem = serverProblem(server?.version ?? 0, server?.encoding ?? '');
  if (problem) throw new Problem(problem);
}

/** Why Kring cannot use a server: null when it can. @param version as `server_version_num`, such as 150004 */
export function serverProblem(version: number, encoding: string): string | null {
  const major = Math.trunc(version / 10_000);
  if (major < oldestMajor) return `The database is PostgreSQL ${major}: Kring needs ${oldestMajor} or newer.`;
  if (encoding !== 'UTF8') return `The database keeps its text in ${encoding}: Kring needs one in UTF8.`;
  return null;
}

/** Does the work while no other Kring migrates this database. Waits by asking, so that Ctrl+C ends the waiting. */
async function alone<T>(dataSource: DataSource, interrupted: AbortSignal, work: () => Promise<T>): Promise<T> {
  const holder = dataSource.createQueryRunner();
  const ask = async (name: string): Promise<boolean> => {
    const [answer] = await holder.query(`SELECT ${name}(hashtext($1)) AS granted`, [lockName]);
    return answer.granted;
  };
  try {
    while (!(await ask('pg_try_advisory_lock'))) {
      await delay(lockPatienceMilliseconds, undefined, { signal: interrupted });
    }
    const result = await work();
    await ask('pg_advisory_unlock');
    return result;
  } finally {
    await holder.release();
  }
}

async function applyMigrations(dataSource: DataSource): Promise<Migrated> {
  const known = dataSource.migrations.map((migration) => migration.name ?? '');
  const [stranger] = (await appliedMigrations(dataSource)).filter((name) => !known.includes(name));
  if (stranger) {
    throw new Problem(
      `The database is newer than this Kring: it has the migration ${stranger}. Install the Kring that made it, or a later one.`,
    );
  }
  const applied = await dataSource.runMigrations({ transaction: 'each' });
  return { all: known.length, applied: applied.length };
}

async function appliedMigrations(dataSource: DataSource): Promise<string[]> {
  const [{ exists }] = await dataSource.query(`SELECT to_regclass('migrations') IS NOT NULL AS exists`);
  if (!exists) return [];
  const rows = await dataSource.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id');
  return rows.map((row) => row.name);
}
