import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgresError, errorCode } from './error.js';
import { isAlive } from './owner.js';
import { type Cluster, readPostmaster, shutDown, superuserClient } from './server.js';

const PATIENCE_SECONDS = 60;
const ATTEMPTS_PER_SECOND = 10;
const REFUSALS_BEFORE_DISOWNING = 5;

/**
 * Stops the server that a killed Kring left running on this cluster. We start a new one rather than adopt it, as its
 * settings may be those of another version of Kring.
 * @throws EmbeddedPostgresError when something holds the cluster that can be neither recognised nor ruled out.
 */
export async function stopLeftover(cluster: Cluster): Promise<void> {
  const lockFile = join(cluster.directory, 'postmaster.pid');
  let refusals = 0;
  for (let attempt = 0; attempt < PATIENCE_SECONDS * ATTEMPTS_PER_SECOND; attempt += 1) {
    const left = await readPostmaster(cluster.directory);
    if (!left) return;
    // A power cut may leave the file empty, on which PostgreSQL would refuse to start.
    if (!(left.pid > 0)) return rm(lockFile);
    // After a server that is dead PostgreSQL clears up itself.
    if (!isAlive(left.pid)) return;
    const answer = await recognise(cluster, left.port);
    if (answer === 'ours') return shutDown(cluster);
    if (answer === 'not ours') refusals += 1;
    if (refusals === REFUSALS_BEFORE_DISOWNING) return disown(lockFile, left.pid);
    await delay(1000 / ATTEMPTS_PER_SECOND); // It may be starting or stopping at this very moment.
  }
  throw new EmbeddedPostgresError(
    `Another PostgreSQL still holds ${cluster.directory} (see its postmaster.pid) and does not answer: stop it first.`,
  );
}

/** Only our server knows our password, and of several copies of the data only one serves this very directory. */
async function recognise(cluster: Cluster, port: number): Promise<'ours' | 'not ours' | 'unknown'> {
  const client = superuserClient(port, cluster.password);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory === cluster.directory ? 'ours' : 'not ours';
  } catch (error) {
    const code = errorCode(error);
    // Nobody listens there, or a server to which our name and password mean nothing (SQLSTATE class 28).
    return code === 'ECONNREFUSED' || code?.startsWith('28') ? 'not ours' : 'unknown';
  } finally {
    await client.end();
  }
}

/**
 * The process named in the lock file is not PostgreSQL: its id has been given out again since. PostgreSQL looks only
 * whether it lives, and would refuse to start for ever. Our own id it knows to be no server, since we are its parent.
 * The rest of the file stays, because it leads to shared memory that PostgreSQL checks for orphaned users.
 */
async function disown(lockFile: string, pid: number): Promise<void> {
  const content = await readFile(lockFile, 'utf8');
  if (content.startsWith(`${pid}\n`)) await writeFile(lockFile, content.replace(/^\d+/, String(process.pid)));
}
