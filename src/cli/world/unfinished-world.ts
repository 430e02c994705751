import { Client } from 'pg';
import { Problem } from '../problem.js';
import { type WorldRows, writeRows } from './copy-text.js';
import { takeApart } from './take-apart.js';
import type { WorldSize } from './world-size.js';

const lockName = 'kring world';

/**
 * Begins a world, or goes on with the one of that size that was broken off. For as long as the connection lives nobody
 * else fills this database.
 * @param frame the rows it begins with
 * @throws Problem for a database that holds something else, or is being filled
 */
export async function beginWorld(client: Client, size: WorldSize, frame: () => WorldRows): Promise<void> {
  const { rows } = await client.query('SELECT pg_try_advisory_lock(hashtext($1)) AS alone', [lockName]);
  if (!rows[0].alone) throw new Problem('Another kring world is filling this database.');
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
    await writeRows(client, frame());
    await takeApart(client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
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

/** Whether a world is still to be made in the database, or to be gone on with. */
export async function isToBeFilled(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM regions LIMIT 1');
    return rowCount === 0 || (await unfinishedWorld(client)) !== null;
  } finally {
    await client.end();
  }
}

/** The clubs that are still to be filled, by number. */
export async function missingClubs(client: Client, all: number): Promise<number[]> {
  const { rows } = await client.query<{ club: number }>(
    `SELECT club FROM generate_series(0, $1 - 1) AS club
     EXCEPT SELECT generate_series(first_club, first_club + clubs - 1) FROM kring_world.chunks ORDER BY 1`,
    [all],
  );
  return rows.map(({ club }) => club);
}

/** Clubs that follow each other are filled; within the transaction that fills them. */
export async function keepChunk(client: Client, clubs: readonly number[]): Promise<void> {
  await client.query('INSERT INTO kring_world.chunks VALUES ($1, $2)', [clubs[0], clubs.length]);
}

/** The world is whole: what was noted of its making goes. */
export async function finishWorld(client: Client): Promise<void> {
  await client.query('DROP SCHEMA kring_world CASCADE');
}

function requireSame(begun: WorldSize, wanted: WorldSize): void {
  const names = Object.keys(begun) as (keyof WorldSize)[];
  if (names.every((name) => begun[name] === wanted[name])) return;
  const options = names.map((name) => `--${name} ${begun[name]}`).join(' ');
  throw new Problem(`The database holds an unfinished world: go on with ${options}, or empty it.`);
}
