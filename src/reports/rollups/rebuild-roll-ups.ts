import type { DataSource } from 'typeorm';
import { clubBatches } from './club-batches.js';
import { countKinds, returnKinds } from './roll-up-kinds.js';

const clubsAtOnce = 20;

/** All is said to be stale; committing does the rest, under the locks that every other writer takes. */
const text = `
  INSERT INTO stale_club_months (transaction, kind, subject_id, days, likeness)
  SELECT pg_current_xact_id(), kind, club_id, '(,)', '' FROM unnest($1::text[]) AS kind, unnest($2::uuid[]) AS club_id`;

/**
 * Works out the sums of every club and month anew from the facts, some clubs at a time, each batch in a transaction
 * of its own. Safe beside a running server; when it is interrupted, what was done is done, and it can run again.
 * @param tell is told how many of the clubs are done
 */
export async function rebuildRollUps(
  dataSource: DataSource,
  tell: (done: number, all: number) => void = () => undefined,
): Promise<number> {
  const [{ count: all = 0 } = {}] = await dataSource.query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM clubs',
  );
  let done = 0;
  for await (const clubIds of clubBatches(dataSource.manager, clubsAtOnce)) {
    await dataSource.transaction((manager) => manager.query(text, [[...countKinds, ...returnKinds], clubIds]));
    done += clubIds.length;
    tell(done, Math.max(all, done));
  }
  return done;
}
