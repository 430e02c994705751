import type { DataSource } from 'typeorm';
import type { Settings } from '../platform/settings.js';
import type { Difference } from '../reports/rollups/differing-sums.sql.js';
import { rebuildRollUps } from '../reports/rollups/rebuild-roll-ups.js';
import { verifyRollUps } from '../reports/rollups/verify-roll-ups.js';
import { withDatabase } from './database.js';
import { withDataSource } from './plain-connection.js';
import { Problem } from './problem.js';
import { progressOf } from './progress.js';

/**
 * Works out all that is derived anew from the facts and writes each difference to standard output.
 * @returns that all is equal, in a sentence
 * @throws Problem when something differs
 */
export function runVerify(settings: Settings, interrupted: AbortSignal): Promise<string> {
  return onDatabase(settings, interrupted, async (dataSource) => {
    const found = await verifyRollUps(dataSource, (differences) => {
      interrupted.throwIfAborted();
      for (const difference of differences) process.stdout.write(`${describe(difference)}\n`);
    });
    if (found === 0) return 'All degrees, roots and sums are what the facts say.';
    const figures = found === 1 ? '1 figure is' : `${found} figures are`;
    throw new Problem(`${figures} not what the facts say. kring rebuild mends the sums.`);
  });
}

/** Works out the sums of every club and month anew, and writes them. @returns what was done, in a sentence */
export function runRebuild(settings: Settings, interrupted: AbortSignal): Promise<string> {
  return onDatabase(settings, interrupted, async (dataSource) => {
    const progress = progressOf('Rebuilding the sums');
    const clubs = await rebuildRollUps(dataSource, (done, all) => {
      interrupted.throwIfAborted();
      progress(done, all);
    });
    return `Rebuilt the sums of ${clubs === 1 ? '1 club' : `${clubs} clubs`}.`;
  });
}

function describe({ table, subject, figure, stored, derived }: Difference): string {
  return `${table}: ${subject}, ${figure}: stored ${stored ?? 'nothing'}, true ${derived ?? 'nothing'}`;
}

function onDatabase<T>(
  settings: Settings,
  interrupted: AbortSignal,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  return withDatabase(settings, interrupted, ({ url }) => withDataSource(url, work));
}
