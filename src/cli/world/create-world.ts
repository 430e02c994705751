import { Client } from 'pg';
import { weaknessOf } from '../../identity/passwords.js';
import { newToken } from '../../identity/session-token.js';
import { Clock } from '../../platform/clock.js';
import type { Settings } from '../../platform/settings.js';
import { rebuildRollUps } from '../../reports/rollups/rebuild-roll-ups.js';
import { withDatabase } from '../database.js';
import { withDataSource } from '../plain-connection.js';
import { Problem } from '../problem.js';
import { tables } from './copy-text.js';
import { type FillOptions, fillWorld } from './fill-world.js';
import { emailOf } from './people.js';
import { finishWorld, unfinishedWorld } from './unfinished-world.js';
import { addAccounts, type WorldCast } from './world-cast.js';
import { showProgress } from './world-progress.js';
import { readWorldSize, type WorldOptions, type WorldSize } from './world-size.js';

export interface CreateWorldOptions extends WorldOptions {
  password?: string;
}

/** Makes a world in the database of the settings, and tells what it holds and who can sign in. */
export async function createWorld(
  settings: Settings,
  options: CreateWorldOptions,
  interrupted: AbortSignal,
): Promise<string> {
  const password = options.password ?? newToken();
  const weakness = weaknessOf(password, emailOf(0));
  if (weakness) throw new Problem(`--password: ${weakness}`);
  readWorldSize(options, new Clock().today('UTC'));
  const begun = performance.now();
  const work = ({ url }: { url: string }) =>
    makeWorld(url, { ...options, password }, { interrupted, tell: showProgress() });
  const { counts, cast } = await withDatabase(settings, interrupted, work, { filling: true });
  const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
  const lines = Object.entries(counts).map(
    ([table, rows]) => `  ${table.padEnd(18)} ${rows.toLocaleString('en').padStart(12)}`,
  );
  const { member, president, director, networkDirector } = cast;
  return [
    `The world is made, in ${minutes} minutes:`,
    ...lines,
    `To sign in, with the password ${password}:`,
    `  a member            ${member.email}`,
    `  his president       ${president.email}`,
    `  a regional director ${director.email}`,
    `  a network director  ${networkDirector.email}`,
  ].join('\n');
}

/** Makes a world whole, in a migrated database: also for the benchmark. */
export async function makeWorld(
  url: string,
  options: WorldOptions & { password: string },
  filling: FillOptions,
): Promise<{ size: WorldSize; counts: Record<string, number>; cast: WorldCast }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const begun = await unfinishedWorld(client);
    const wanted = readWorldSize(options, new Clock().today('UTC'));
    // Without a day of its own it goes on to the one with which it was begun.
    const size = begun && options.until === undefined ? { ...wanted, until: begun.until } : wanted;
    await fillWorld(url, size, filling);
    await rebuildSums(url, filling);
    const cast = await addAccounts(client, options.password);
    await finishWorld(client);
    return { size, counts: await countRows(client), cast };
  } finally {
    await client.end();
  }
}

/** The rows were written without the triggers that keep the sums. */
function rebuildSums(url: string, { interrupted, tell }: FillOptions): Promise<number> {
  return withDataSource(url, (dataSource) =>
    rebuildRollUps(dataSource, (done, all) => {
      interrupted.throwIfAborted();
      tell('sums', { done, all, rows: 0 });
    }),
  );
}

async function countRows(client: Client): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of Object.keys(tables)) {
    const { rows } = await client.query<{ count: number }>(`SELECT count(*)::float8 AS count FROM ${table}`);
    counts[table] = rows[0]?.count ?? 0;
  }
  return counts;
}
