import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';

const waiting = `SELECT count(*)::int AS count FROM pg_stat_activity
  WHERE datname = current_database() AND wait_event_type = 'Lock'`;

/**
 * Does the works at once while another transaction, which does its part first, has not committed yet. It commits when
 * all of them wait for it, or have ended without waiting: so races are run, not hoped for.
 */
export async function whileHeld<T>(
  database: DataSource,
  part: (manager: EntityManager) => Promise<unknown>,
  works: (() => Promise<T>)[],
): Promise<T[]> {
  const runner = database.createQueryRunner();
  try {
    await runner.startTransaction();
    await part(runner.manager);
    let ended = 0;
    const done = works.map((work) =>
      work().finally(() => {
        ended += 1;
      }),
    );
    for (;;) {
      const [row] = await database.query<{ count: number }[]>(waiting);
      if ((row?.count ?? 0) + ended >= works.length) break;
      await delay(20);
    }
    await runner.commitTransaction();
    return await Promise.all(done);
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.release();
  }
}
