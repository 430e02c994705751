import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource } from '../data-source.js';
import { describeStructure } from '../platform/database-structure.js';
import { startEmbeddedPostgres } from '../platform/embedded-postgres.js';

/** `npm run structure`: writes migrations/structure.sql, what the migrations make of an empty database. */
const dataDirectory = join(tmpdir(), `kring-structure-${randomUUID()}`);
const server = await startEmbeddedPostgres({ dataDirectory, throwaway: true });
try {
  const dataSource = await createDataSource(server.url).initialize();
  await dataSource.runMigrations();
  await writeFile('migrations/structure.sql', await describeStructure(dataSource));
  await dataSource.destroy();
} finally {
  await server.stop();
  await rm(dataDirectory, { recursive: true });
}
