import { once } from 'node:events';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from '../application.js';
import { JobsWorker } from '../platform/jobs-worker.js';
import type { Settings } from '../platform/settings.js';
import { type Address, addressProblem, checkAddress } from './address.js';
import { isInterruption } from './command.js';
import { type Database, withDatabase } from './database.js';
import { isEmpty } from './demo/demo-mark.js';
import { loadDemo } from './demo/load-demo.js';
import { readSeason } from './demo/season-file.js';
import { greeting } from './greeting.js';
import { progressOf } from './progress.js';

export interface ServeOptions {
  settings: Settings;
  /** The file of a season to load instead of the one that comes with Kring. */
  seasonPath?: string;
  interrupted: AbortSignal;
}

/**
 * Runs the server until it is interrupted: the database with its schema up to date, the demo season where Kring's own
 * database is empty, then the door. However it ends, it ends what it began in the opposite order.
 * @throws Problem when the server cannot run here
 */
export async function serve(options: ServeOptions): Promise<void> {
  const { settings, interrupted } = options;
  await checkAddress({ host: settings.HOST, port: settings.PORT });
  try {
    await withDatabase(settings, interrupted, (database) => serveDatabase(options, database));
  } catch (error) {
    // To stop is what was asked for, also while it was still starting.
    if (!isInterruption(error)) throw error;
  }
  say('Kring has stopped.');
}

async function serveDatabase(options: ServeOptions, database: Database): Promise<void> {
  const { seasonPath, interrupted } = options;
  const settings = { ...options.settings, DATABASE_URL: database.url };
  if (database.isEmbedded && (await isEmpty(database.url))) {
    const tell = progressOf('Loading the demo season');
    await loadDemo(settings, await readSeason(seasonPath), (done, all) => {
      interrupted.throwIfAborted();
      tell(done, all);
    });
  }
  interrupted.throwIfAborted();
  const application = await createApplication(settings);
  try {
    const address = await listen(application, { host: settings.HOST, port: settings.PORT });
    // Links in mail lead to the port that was found, too.
    settings.PORT = address.port;
    application.get(JobsWorker, { strict: false }).start();
    say(await greeting(application, { address, database, seasonPath, dataDirectory: settings.DATA_DIR }));
    if (!interrupted.aborted) await once(interrupted, 'abort');
    say('\nStopping …');
  } finally {
    await application.close();
  }
}

/** Where it listens in truth: port 0 stands for any that is free. */
async function listen(application: NestFastifyApplication, wanted: Address): Promise<Address> {
  try {
    await application.listen(wanted.port, wanted.host);
  } catch (error) {
    throw addressProblem(wanted, error);
  }
  const place: unknown = application.getHttpServer().address();
  return { host: wanted.host, port: (place as { port: number }).port };
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
