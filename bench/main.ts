import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrate } from '../src/cli/migrate.js';
import { makeWorld } from '../src/cli/world/create-world.js';
import { isToBeFilled } from '../src/cli/world/unfinished-world.js';
import { showProgress } from '../src/cli/world/world-progress.js';
import { createDataSource } from '../src/data-source.js';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.js';
import { findCast } from './cast.js';
import { measureExport } from './export-memory.js';
import { printGrowth, type ReportLatency, reportLatency } from './growth.js';
import { compareHotPaths } from './hot-paths.js';
import { compareWarmPaths } from './warm-paths.js';

/**
 * Measures the shipped server in worlds that are made on the first run and kept: beside a floor and PostGraphile in the
 * first one, how reports grow from one to the next, and an export and the search for warm paths in the last one.
 * `--clubs` lists how large the worlds are, `--data` says where their databases are kept.
 */
const { values } = parseArgs({
  options: { clubs: { type: 'string', default: '112,1120' }, data: { type: 'string', default: '.bench' } },
});
const sizes = values.clubs.split(',');
const latencies: ReportLatency[] = [];
for (const [place, clubs] of sizes.entries()) {
  const postgres = await startEmbeddedPostgres({
    dataDirectory: join(values.data, clubs),
    throwaway: true,
    filling: true,
  });
  const database = createDataSource(postgres.url);
  try {
    const interrupted = new AbortController().signal;
    await migrate(postgres.url, interrupted);
    if (await isToBeFilled(postgres.url)) {
      const options = { clubs, contacts: '30', seed: '1', password: 'vijf gele ezels' };
      await makeWorld(postgres.url, options, { interrupted, tell: showProgress() });
    }
    await database.initialize();
    const cast = await findCast(database);
    if (place === 0) await compareHotPaths(database, postgres.url, cast);
    latencies.push(await reportLatency(database, postgres.url, cast.period));
    if (place === sizes.length - 1) {
      await measureExport(database, postgres.url);
      await compareWarmPaths(database, postgres.url);
    }
  } finally {
    if (database.isInitialized) await database.destroy();
    await postgres.stop();
  }
}
printGrowth(latencies);
