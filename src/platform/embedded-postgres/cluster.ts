import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerAccount } from './account.js';
import { EmbeddedPostgresError, errorCode } from './error.js';
import { preparePrograms } from './program.js';
import { type Cluster, runProgram, superuserClient } from './server.js';

/**
 * The cluster of this data directory with all that is needed to run it; created when missing.
 * @throws EmbeddedPostgresError when it cannot be created, or its password is lost.
 */
export async function openCluster(dataDirectory: string, account: ServerAccount | undefined): Promise<Cluster> {
  const directory = join(dataDirectory, 'cluster');
  const passwordFile = join(dataDirectory, 'password');
  const programs = await preparePrograms(dataDirectory, account);
  if (!(await exists(directory))) {
    await writePassword(passwordFile, account);
    await createCluster(directory, passwordFile, programs.initdb, account);
  }
  if (!(await exists(passwordFile))) {
    throw new EmbeddedPostgresError(`The database's password is missing: put back ${passwordFile} from a backup.`);
  }
  const password = (await readFile(passwordFile, 'utf8')).trim();
  return { directory, logFile: join(dataDirectory, 'server.log'), programs, account, password };
}

/**
 * Sees to it that the role and the database `kring` exist; answers whether the database is new. The role is no
 * superuser: what Kring may do here it may also do on a server of the administrator's own.
 */
export async function createDatabase(cluster: Cluster, port: number, mayCreateDatabases: boolean): Promise<boolean> {
  const client = superuserClient(port, cluster.password);
  await client.connect();
  try {
    const { rowCount: databases } = await client.query(`SELECT FROM pg_database WHERE datname = 'kring'`);
    if (databases) return false;
    const { rowCount: roles } = await client.query(`SELECT FROM pg_roles WHERE rolname = 'kring'`);
    if (!roles) {
      const password = client.escapeLiteral(cluster.password);
      await client.query(`CREATE ROLE kring LOGIN ${mayCreateDatabases ? 'CREATEDB' : ''} PASSWORD ${password}`);
    }
    await client.query('CREATE DATABASE kring OWNER kring');
    return true;
  } finally {
    await client.end();
  }
}

/** A name that nobody chose, kept where only the server's account can read it. */
async function writePassword(path: string, account: ServerAccount | undefined): Promise<void> {
  await rm(path, { force: true });
  await writeFile(path, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  if (account) await chown(path, account.uid, account.gid);
}

/** Works under another name first, so that a cluster which exists is always whole. */
async function createCluster(directory: string, passwordFile: string, initdb: string, account?: ServerAccount) {
  const unfinished = `${directory}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  if (account) await chown(unfinished, account.uid, account.gid);
  try {
    await runProgram(account, initdb, [
      `--pgdata=${unfinished}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The system's C.UTF-8 exists on Linux only. PostgreSQL's own compares text, and alike on every system.
      `--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'C'}`,
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ]);
  } catch (cause) {
    const { stderr } = cause as { stderr?: string };
    throw new EmbeddedPostgresError(`The embedded PostgreSQL could not create its data:\n${stderr ?? cause}`, {
      cause,
    });
  }
  await rename(unfinished, directory);
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
