import { Client } from 'pg';

/** The database checks and writes rows on one processor for each connection; making them takes a fraction of that. */
const connections = 2;
/** What is written is lost only when the machine stops, and is then made again from the last chunk that was kept. */
const quick = `SET synchronous_commit = off; SET maintenance_work_mem = '512MB'; SET work_mem = '256MB';
  SET max_parallel_maintenance_workers = 1`;

/**
 * Does work with connections for writing much. Ctrl+C also ends what the database is doing: an index takes minutes.
 * @throws the reason of the interruption when there was one
 */
export async function withConnections(
  url: string,
  interrupted: AbortSignal,
  work: (clients: readonly [Client, ...Client[]]) => Promise<void>,
): Promise<void> {
  const first = new Client({ connectionString: url });
  const others = Array.from({ length: connections - 1 }, () => new Client({ connectionString: url }));
  const clients = [first, ...others] as const;
  const cancel = () => void cancelAll(url, clients);
  interrupted.addEventListener('abort', cancel, { once: true });
  try {
    for (const client of clients) {
      // A connection that breaks also fails the statement that runs on it.
      client.on('error', () => undefined);
      await client.connect();
      await client.query(quick);
    }
    await work(clients);
  } catch (error) {
    interrupted.throwIfAborted();
    throw error;
  } finally {
    interrupted.removeEventListener('abort', cancel);
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function cancelAll(url: string, clients: readonly Client[]): Promise<void> {
  const canceller = new Client({ connectionString: url });
  try {
    await canceller.connect();
    const pids = clients.map((client) => (client as unknown as { processID: number }).processID);
    await canceller.query('SELECT pg_cancel_backend(pid) FROM unnest($1::integer[]) AS pid', [pids]);
  } catch {
    // Then each ends with the statement that runs.
  } finally {
    await canceller.end();
  }
}

/** Waits for all, also when one fails: then it fails with what failed first. */
export async function together(works: Promise<void>[]): Promise<void> {
  await Promise.allSettled(works);
  await Promise.all(works);
}
