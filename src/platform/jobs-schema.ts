import { runMigrations } from 'graphile-worker';
import { Pool } from 'pg';

/**
 * The connections of the jobs: apart from those that requests use, and ended in order. The worker itself would not
 * wait for its own to close.
 */
export async function withJobsPool<T>(url: string, work: (pool: Pool) => Promise<T>): Promise<T> {
  // One connection hears of new jobs; each of the two workers takes one now and then, and so does the schedule.
  const pool = new Pool({ connectionString: url, max: 4, application_name: 'kring jobs' });
  // What breaks is told by whoever uses the connection next, and another one is opened.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

/** Brings the schema `graphile_worker`, in which the jobs wait, up to date. Of several processes one does it. */
export function migrateJobs(url: string): Promise<void> {
  return withJobsPool(url, (pgPool) => runMigrations({ pgPool }));
}
