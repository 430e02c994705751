import { Client } from 'pg';

/**
 * How far the demo season is, kept as the comment on the schema: it needs no table of its own, and goes with the
 * schema when that is dropped.
 */
const marks = {
  loading: 'Kring: the demo season is being loaded',
  loaded: 'Kring: the demo season',
} as const;

export type DemoMark = keyof typeof marks;

/** Only ever asked of the embedded database. */
export async function readDemoMark(url: string): Promise<DemoMark | null> {
  const comment = await connected(url, async (client) => {
    const { rows } = await client.query<{ comment: string | null }>(
      `SELECT obj_description('public'::regnamespace, 'pg_namespace') AS comment`,
    );
    return rows[0]?.comment;
  });
  if (comment === marks.loading) return 'loading';
  return comment === marks.loaded ? 'loaded' : null;
}

/** Its commit is also the one that makes sure that all before it has reached the disk. */
export async function setDemoMark(url: string, mark: DemoMark): Promise<void> {
  await connected(url, (client) => client.query(`COMMENT ON SCHEMA public IS ${client.escapeLiteral(marks[mark])}`));
}

/**
 * Empties a database in which the loading of the demo season was broken off, so that it begins anew. Nothing else can
 * be in it: the server listens only when the season is loaded, and every command calls this first.
 */
export async function clearUnfinishedDemo(url: string): Promise<void> {
  if ((await readDemoMark(url)) !== 'loading') return;
  await connected(url, (client) =>
    client.query(
      'BEGIN; DROP SCHEMA public CASCADE; CREATE SCHEMA public; DROP SCHEMA IF EXISTS graphile_worker CASCADE; COMMIT',
    ),
  );
}

/** Whether nobody is known in it yet. */
export async function isEmpty(url: string): Promise<boolean> {
  return connected(url, async (client) => (await client.query('SELECT FROM persons LIMIT 1')).rowCount === 0);
}

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
