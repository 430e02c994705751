import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Problem } from '../problem.js';
import { addCircle } from './circle.js';
import { ClubYear } from './club-year.js';
import { noRows, type TableName, tables, type WorldRows } from './copy-text.js';
import { addFrame } from './frame.js';
import { addContributions, addMeetings } from './meeting-life.js';
import { addOneToOnes } from './one-to-ones.js';
import { addPeople } from './people.js';
import { putTogether, takeApart, together } from './take-apart.js';
import { WorldPlan } from './world-plan.js';
import type { WorldSize } from './world-size.js';

/** What is being done, how far it is, and how many rows were written by this run. */
export type TellWorld = (
  task: 'filling' | 'keys' | 'tidying',
  progress: { done: number; all: number; rows: number },
) => void;

export interface FillOptions {
  interrupted: AbortSignal;
  tell: TellWorld;
  /** How many clubs are written in one transaction. */
  clubsPerChunk?: number;
}

/** The database checks and writes rows on one processor for each connection; making them takes a fraction of that. */
const connections = 2;
const quick = `SET synchronous_commit = off; SET maintenance_work_mem = '512MB';
  SET max_parallel_maintenance_workers = 1; SET work_mem = '256MB'`;

/**
 * Fills an empty, migrated database with a world, or goes on with one of that size that was broken off; what a world
 * holds follows from its size alone. The tables that are filled club by club lose their indexes, keys and triggers
 * first, and have them again when all rows are in. What is done and what is missing stands in the schema
 * `kring_world`, which is there for as long as the world is unfinished.
 * @throws Problem for a database that holds something else
 */
export async function fillWorld(url: string, size: WorldSize, options: FillOptions): Promise<void> {
  const clients = await connect(url);
  const stopWatching = cancelWhenInterrupted(url, clients, options.interrupted);
  try {
    const [first] = clients as [Client];
    await begin(first, size);
    const plan = new WorldPlan(size);
    await fillClubs(clients, plan, options);
    const tell = (done: number, all: number) => options.tell('keys', { done, all, rows: 0 });
    await putTogether(clients, { interrupted: options.interrupted, tell });
  } catch (error) {
    options.interrupted.throwIfAborted();
    throw error;
  } finally {
    stopWatching();
    await Promise.all(clients.map((client) => client.end()));
  }
}

/** The world is whole: what was noted of its making goes. */
export async function finishWorld(client: Client): Promise<void> {
  await client.query('DROP SCHEMA kring_world CASCADE');
}

/** The size of the world that was begun in the database and is unfinished; null without one. */
export async function unfinishedWorld(client: Client): Promise<WorldSize | null> {
  const { rows } = await client.query(`SELECT to_regclass('kring_world.size') IS NOT NULL AS begun`);
  if (!rows[0].begun) return null;
  const { rows: sizes } = await client.query<WorldSize>(
    'SELECT clubs, seed, contacts, until::text FROM kring_world.size',
  );
  return sizes[0] ?? null;
}

/** Whether a world is still to be made, or to be gone on with. */
export async function isEmptyOrUnfinished(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM regions LIMIT 1');
    return rowCount === 0 || (await unfinishedWorld(client)) !== null;
  } finally {
    await client.end();
  }
}

async function begin(client: Client, size: WorldSize): Promise<void> {
  const begun = await unfinishedWorld(client);
  if (begun) return requireSame(begun, size);
  const { rowCount } = await client.query('SELECT FROM regions UNION ALL SELECT FROM persons LIMIT 1');
  if (rowCount) throw new Problem('The database is not empty: a world is made in a database of its own.');
  await client.query('BEGIN');
  try {
    await client.query(`CREATE SCHEMA kring_world;
      CREATE TABLE kring_world.size (clubs integer, seed integer, contacts integer, until date);
      CREATE TABLE kring_world.chunks (first_club integer PRIMARY KEY, clubs integer NOT NULL)`);
    const { clubs, seed, contacts, until } = size;
    await client.query('INSERT INTO kring_world.size VALUES ($1, $2, $3, $4)', [clubs, seed, contacts, until]);
    const rows = noRows();
    addFrame(new WorldPlan(size), rows);
    await write(client, rows);
    await takeApart(client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

function requireSame(begun: WorldSize, wanted: WorldSize): void {
  const asked = (Object.keys(begun) as (keyof WorldSize)[]).filter((name) => begun[name] !== wanted[name]);
  if (asked.length === 0) return;
  const { clubs, seed, contacts, until } = begun;
  throw new Problem(
    `The database holds an unfinished world: go on with --clubs ${clubs} --seed ${seed} --contacts ${contacts} --until ${until}, or empty it.`,
  );
}

async function fillClubs(
  clients: readonly Client[],
  plan: WorldPlan,
  { interrupted, tell, clubsPerChunk = 20 }: FillOptions,
): Promise<void> {
  const { clubs } = plan.size;
  const [first] = clients as [Client];
  const { rows: chunks } = await first.query<{ first_club: number; clubs: number }>('SELECT * FROM kring_world.chunks');
  const filled = new Set(chunks.flatMap((chunk) => range(chunk.first_club, chunk.first_club + chunk.clubs)));
  const waiting = range(0, clubs).filter((club) => !filled.has(club));
  let rows = 0;
  let done = clubs - waiting.length;
  const work = async (client: Client): Promise<void> => {
    while (waiting.length > 0) {
      interrupted.throwIfAborted();
      const chunk = takeChunk(waiting, clubsPerChunk);
      rows += await fillChunk(client, plan, chunk);
      done += chunk.length;
      tell('filling', { done, all: clubs, rows });
    }
  };
  await together(clients.map(work));
}

/** Clubs that follow each other, so that a chunk is told by its first one and how many they are. */
function takeChunk(waiting: number[], most: number): number[] {
  const [first = 0] = waiting;
  const length = waiting.findIndex((club, index) => index === most || club !== first + index);
  return waiting.splice(0, length < 0 ? waiting.length : length);
}

async function fillChunk(client: Client, plan: WorldPlan, clubs: number[]): Promise<number> {
  const rows = noRows();
  for (const club of clubs) {
    const year = new ClubYear(plan, club, rows);
    addPeople(year);
    addMeetings(year);
    addContributions(year);
    addOneToOnes(year);
    addCircle(year);
  }
  await client.query('BEGIN');
  try {
    const written = await write(client, rows);
    await client.query('INSERT INTO kring_world.chunks VALUES ($1, $2)', [clubs[0], clubs.length]);
    await client.query('COMMIT');
    return written;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function write(client: Client, rows: WorldRows): Promise<number> {
  let written = 0;
  for (const table of Object.keys(tables) as TableName[]) {
    const text = rows[table];
    text.flush();
    if (text.rows === 0) continue;
    const copy = client.query(copyFrom(`COPY ${table} (${tables[table]}) FROM STDIN`));
    await pipeline(Readable.from(text.parts), copy);
    written += text.rows;
  }
  return written;
}

async function connect(url: string): Promise<Client[]> {
  const clients = Array.from({ length: connections }, () => new Client({ connectionString: url }));
  for (const client of clients) {
    // A connection that breaks also fails the statement that runs on it.
    client.on('error', () => undefined);
    await client.connect();
    await client.query(quick);
  }
  return clients;
}

/** Ends what the connections are doing at Ctrl+C: an index takes minutes. */
function cancelWhenInterrupted(url: string, clients: readonly Client[], interrupted: AbortSignal): () => void {
  const cancel = async (): Promise<void> => {
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
  };
  const listener = () => void cancel();
  interrupted.addEventListener('abort', listener, { once: true });
  return () => interrupted.removeEventListener('abort', listener);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
