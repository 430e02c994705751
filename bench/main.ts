import { parseArgs } from 'node:util';
import { migrate } from '../src/cli/migrate.js';
import { makeWorld } from '../src/cli/world/create-world.js';
import { isToBeFilled } from '../src/cli/world/unfinished-world.js';
import { showProgress } from '../src/cli/world/world-progress.js';
import { createDataSource } from '../src/data-source.js';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.js';
import { compareWarmPaths } from './warm-paths.js';

/**
 * Measures the shipped server beside plain SQL in one run, on a world it makes on the first run and keeps.
 * `--clubs` and `--contacts` (of each member) say how large; `--data` where the database is kept.
 */
const { values } = parseArgs({
  options: {
    clubs: { type: 'string', default: '11200' },
    contacts: { type: 'string', default: '30' },
    data: { type: 'string', default: '.bench' },
  },
});
const { clubs, contacts, data } = values;

const postgres = await startEmbeddedPostgres({ dataDirectory: data, throwaway: true, filling: true });
const database = createDataSource(postgres.url);
try {
  const interrupted = new AbortController().signal;
  await migrate(postgres.url, interrupted);
  if (await isToBeFilled(postgres.url)) {
    const options = { clubs, contacts, seed: '1', password: 'vijf gele ezels' };
    await makeWorld(postgres.url, options, { interrupted, tell: showProgress() });
  }
  await database.initialize();
  await compareWarmPaths(database, postgres.url);
} finally {
  await database.destroy();
  await postgres.stop();
}
