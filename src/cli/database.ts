import { startEmbeddedPostgres } from '../platform/embedded-postgres.js';
import { directDatabaseUrl, type Settings } from '../platform/settings.js';
import { clearUnfinishedDemo } from './demo/demo-mark.js';
import { type Migrated, migrate } from './migrate.js';

export interface Database {
  url: string;
  /** Whether it is Kring's own, in DATA_DIR. */
  isEmbedded: boolean;
  migrated: Migrated;
}

/**
 * Does the work on the database of DATABASE_URL or, without one, on Kring's own, which runs for as long as the work.
 * Its schema is brought up to date first.
 * @param options `filling` for work that writes far more than Kring ever does
 * @throws Problem or EmbeddedPostgresError when there is no database to work on
 */
export async function withDatabase<T>(
  settings: Settings,
  interrupted: AbortSignal,
  work: (database: Database) => Promise<T>,
  { filling = false }: { filling?: boolean } = {},
): Promise<T> {
  if (settings.DATABASE_URL) {
    const url = settings.DATABASE_URL;
    const migrated = await migrate(directDatabaseUrl({ ...settings, DATABASE_URL: url }), interrupted);
    return work({ url, isEmbedded: false, migrated });
  }
  const { url, stop } = await startEmbeddedPostgres({ dataDirectory: settings.DATA_DIR, filling });
  try {
    await clearUnfinishedDemo(url);
    return await work({ url, isEmbedded: true, migrated: await migrate(url, interrupted) });
  } finally {
    await stop();
  }
}
