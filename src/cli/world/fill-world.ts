import type { Client } from 'pg';
import { addCircle } from './circle.js';
import { ClubYear } from './club-year.js';
import { together, withConnections } from './connections.js';
import { noRows, tables, type WorldRows, writeRows } from './copy-text.js';
import { addFrame } from './frame.js';
import { addContributions, addMeetings } from './meeting-life.js';
import { addOneToOnes } from './one-to-ones.js';
import { addPeople } from './people.js';
import { putTogether } from './take-apart.js';
import { beginWorld, keepChunk, missingClubs } from './unfinished-world.js';
import { WorldPlan } from './world-plan.js';
import type { WorldSize } from './world-size.js';

/** What is being done, how far it is, and how many rows were written by this run. */
export type TellWorld = (
  task: 'filling' | 'keys' | 'tidying' | 'sums',
  progress: { done: number; all: number; rows: number },
) => void;

export interface FillOptions {
  interrupted: AbortSignal;
  tell: TellWorld;
  /** How many clubs are written in one transaction. */
  clubsPerChunk?: number;
}

/**
 * Fills an empty, migrated database with a world, or goes on with one of that size that was broken off; what a world
 * holds follows from its size alone. The tables that are filled club by club lose their indexes, keys and triggers
 * first, and have them again when all rows are in. What is done and what is missing stands in the schema
 * `kring_world`, which is there for as long as the world is unfinished.
 * @throws Problem for a database that holds something else, or is being filled
 */
export function fillWorld(url: string, size: WorldSize, options: FillOptions): Promise<void> {
  const { interrupted } = options;
  const plan = new WorldPlan(size);
  return withConnections(url, interrupted, async (clients) => {
    await beginWorld(clients[0], size, () => frameOf(plan));
    await fillClubs(clients, plan, options);
    const tell = (done: number, all: number) => options.tell('keys', { done, all, rows: 0 });
    await putTogether(clients, { interrupted, tell });
    await tidy(clients, options);
  });
}

async function fillClubs(
  clients: readonly [Client, ...Client[]],
  plan: WorldPlan,
  { interrupted, tell, clubsPerChunk = 20 }: FillOptions,
): Promise<void> {
  const { clubs } = plan.size;
  const waiting = await missingClubs(clients[0], clubs);
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
  const rows = rowsOf(plan, clubs);
  await client.query('BEGIN');
  try {
    const written = await writeRows(client, rows);
    await keepChunk(client, clubs);
    await client.query('COMMIT');
    return written;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** Lets the database know what its tables hold, and that all of it is visible to everybody. */
async function tidy(clients: readonly [Client, ...Client[]], { interrupted, tell }: FillOptions): Promise<void> {
  const { rows: waiting } = await clients[0].query<{ name: string }>(
    'SELECT relname AS name FROM pg_class WHERE oid = ANY ($1::regclass[]) ORDER BY pg_relation_size(oid) DESC',
    [Object.keys(tables)],
  );
  const all = waiting.length;
  let done = 0;
  const work = async (client: Client): Promise<void> => {
    for (let table = waiting.shift(); table !== undefined; table = waiting.shift()) {
      interrupted.throwIfAborted();
      await client.query(`VACUUM (ANALYZE) ${table.name}`);
      done += 1;
      tell('tidying', { done, all, rows: 0 });
    }
  };
  await together(clients.map(work));
}

function frameOf(plan: WorldPlan): WorldRows {
  const rows = noRows();
  addFrame(plan, rows);
  return rows;
}

function rowsOf(plan: WorldPlan, clubs: readonly number[]): WorldRows {
  const rows = noRows();
  for (const club of clubs) {
    const year = new ClubYear(plan, club, rows);
    addPeople(year);
    addMeetings(year);
    addContributions(year);
    addOneToOnes(year);
    addCircle(year);
  }
  return rows;
}
