import { parseArgs } from 'node:util';
import { migrate } from '../src/cli/migrate.js';
import { createDataSource } from '../src/data-source.js';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.js';
import { compareWarmPaths } from './warm-paths.js';
import { fillWorld, isFilled, shareAll } from './world.js';

/**
 * Measures the shipped server beside plain SQL in one run, on a world it makes on the first run and keeps.
 * `--members` and `--contacts` (of each member) say how large; `--data` where the database is kept.
 */
const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '340000' },
    contacts: { type: 'string', default: '50' },
    data: { type: 'string', default: '.bench' },
  },
});
const size = { members: Number(values.members), contactsPerMember: Number(values.contacts) };
if (!(size.members >= 300 && size.contactsPerMember >= 1)) throw new Error('--members is 300 or more, --contacts 1.');

const postgres = await startEmbeddedPostgres({ dataDirectory: values.data, throwaway: true });
const database = createDataSource(postgres.url);
try {
  await migrate(postgres.url, new AbortController().signal);
  await database.initialize();
  if (!(await isFilled(database))) {
    console.log(`Making ${size.members} members with ${size.contactsPerMember} contacts each.`);
    await fillWorld(postgres.url, size, (done, all) => {
      if (done % 1000 < 50) console.log(`  ${Math.round((100 * done) / all)} %`);
    });
  }
  await shareAll(database);
  await compareWarmPaths(database, postgres.url);
} finally {
  await database.destroy();
  await postgres.stop();
}
