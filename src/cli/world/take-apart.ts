import type { Client } from 'pg';
import { together } from './connections.js';
import { largeTables } from './copy-text.js';

/** What has to be made when the rows are in, in this order. */
type Phase = 'index' | 'promise' | 'check' | 'trigger';
const phases: Phase[] = ['index', 'promise', 'check', 'trigger'];

interface Part {
  table: string;
  phase: Phase;
  /** Takes it away; null where something else does. */
  drop: string | null;
  make: string;
}

/**
 * The parts of the large tables that make filling slow. A foreign key is made again in two steps: promised for what
 * comes, and then checked for what is there, which many can do at once.
 */
const partsText = `
  WITH large AS (SELECT oid, oid::regclass::text AS name FROM pg_class WHERE oid = ANY ($1::regclass[])),
  keys AS (
    SELECT c.conrelid::regclass::text AS name, c.conrelid, c.confrelid, c.contype, quote_ident(c.conname) AS key,
      pg_get_constraintdef(c.oid) AS definition, c.oid
    FROM pg_constraint c
    WHERE c.conrelid IN (SELECT oid FROM large) AND c.contype IN ('f', 'p', 'u', 'x')
      OR c.confrelid IN (SELECT oid FROM large)
  )
  SELECT name AS table, 'promise' AS phase, format('ALTER TABLE %s DROP CONSTRAINT %s', name, key) AS drop,
    format('ALTER TABLE %s ADD CONSTRAINT %s %s NOT VALID', name, key, definition) AS make
  FROM keys WHERE contype = 'f'
  UNION ALL
  SELECT name, 'check', NULL, format('ALTER TABLE %s VALIDATE CONSTRAINT %s', name, key) FROM keys WHERE contype = 'f'
  UNION ALL
  SELECT name, 'index', format('ALTER TABLE %s DROP CONSTRAINT %s', name, key),
    format('ALTER TABLE %s ADD CONSTRAINT %s %s', name, key, definition)
  FROM keys WHERE contype <> 'f'
  UNION ALL
  SELECT large.name, 'index', format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
  FROM pg_index JOIN large ON large.oid = indrelid
  WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))
  UNION ALL
  SELECT name, 'trigger', format('ALTER TABLE %s DISABLE TRIGGER USER', name),
    format('ALTER TABLE %s ENABLE TRIGGER USER', name)
  FROM large
  ORDER BY 2, 4`;

/** Takes indexes, keys and triggers of the large tables away, and keeps what makes them again. Within a transaction. */
export async function takeApart(client: Client): Promise<void> {
  const { rows: parts } = await client.query<Part>(partsText, [largeTables]);
  await client.query(`CREATE TABLE kring_world.parts (
    position integer PRIMARY KEY, phase text NOT NULL, table_name text NOT NULL, make text NOT NULL, made_at timestamptz)`);
  for (const [position, { phase, table, make }] of parts.entries()) {
    await client.query('INSERT INTO kring_world.parts VALUES ($1, $2, $3, $4)', [position, phase, table, make]);
  }
  // Foreign keys need the keys they point at, and go first.
  const dropped = [...parts].sort((one, other) => Number(other.phase === 'promise') - Number(one.phase === 'promise'));
  for (const { drop } of dropped) if (drop !== null) await client.query(drop);
}

interface Missing {
  position: number;
  phase: Phase;
  table: string;
  make: string;
  /** How much it has to read: the size of its table in bytes. */
  size: number;
}

/** Makes them again: several at once, those of one table one after the other. What was made before is not made again. */
export async function putTogether(
  clients: readonly [Client, ...Client[]],
  { interrupted, tell }: { interrupted: AbortSignal; tell: (done: number, all: number) => void },
): Promise<void> {
  const { rows: missing } = await clients[0].query<Missing>(
    `SELECT position, phase, table_name AS table, make, pg_relation_size(table_name::regclass)::float8 + 1 AS size
     FROM kring_world.parts WHERE made_at IS NULL ORDER BY size DESC, position`,
  );
  const all = missing.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  for (const phase of phases) {
    const waiting = missing.filter((part) => part.phase === phase);
    const busy = new Map<string, Promise<void>>();
    const work = async (client: Client): Promise<void> => {
      while (waiting.length > 0) {
        interrupted.throwIfAborted();
        const index = waiting.findIndex(({ table }) => !busy.has(table));
        if (index < 0) {
          await Promise.race(busy.values());
          continue;
        }
        const [part] = waiting.splice(index, 1) as [Missing];
        const making = make(client, part);
        busy.set(part.table, making);
        await making.finally(() => busy.delete(part.table));
        done += part.size;
        tell(done, all);
      }
    };
    await together(clients.map(work));
  }
}

async function make(client: Client, { position, make: statement }: Missing): Promise<void> {
  await client.query(
    `BEGIN; ${statement}; UPDATE kring_world.parts SET made_at = now() WHERE position = ${position}; COMMIT`,
  );
}
