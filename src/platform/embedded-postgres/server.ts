import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import type { ServerAccount } from './account.js';
import { EmbeddedPostgresError, errorCode } from './error.js';
import type { Programs } from './program.js';

const run = promisify(execFile);
const START_LIMIT_SECONDS = 120;
const LOG_LINES_IN_ERROR = 12;

/** Where one cluster (PostgreSQL's word for the directory of a server's data) lives, and how to run programs on it. */
export interface Cluster {
  directory: string;
  logFile: string;
  programs: Programs;
  account: ServerAccount | undefined;
  password: string;
}

/** What PostgreSQL writes in `postmaster.pid`: who serves the cluster, and where. */
export interface Postmaster {
  pid: number;
  port: number;
  isReady: boolean;
}

/**
 * Runs one of PostgreSQL's programs to its end: never as root, and free of the PG… settings of the user's shell.
 * @throws the error of `execFile`, with `stderr`, when the program fails.
 */
export async function runProgram(account: ServerAccount | undefined, file: string, parameters: string[]) {
  await run(file, parameters, { ...account, cwd: '/', env: programEnvironment(), windowsHide: true });
}

/**
 * Starts a server and waits until it takes connections. It leads a process group of its own: Ctrl+C, which the
 * terminal sends to the whole group of Kring, must not stop the database before Kring has finished with it.
 * @throws EmbeddedPostgresError with the end of the server's log when it does not start.
 */
export async function launchServer(cluster: Cluster, settings: string[]): Promise<ChildProcess> {
  const child = await spawnServer(cluster, settings);
  for (let waited = 0; waited < START_LIMIT_SECONDS * 1000 && !hasExited(child); waited += 10) {
    const postmaster = await readPostmaster(cluster.directory);
    if (postmaster?.isReady && postmaster.pid === child.pid) return child;
    await delay(10);
  }
  child.kill('SIGQUIT');
  await waitForExit(child);
  const end = (await readFile(cluster.logFile, 'utf8')).trimEnd().split('\n').slice(-LOG_LINES_IN_ERROR).join('\n');
  throw new EmbeddedPostgresError(`The embedded PostgreSQL did not start. Its log (${cluster.logFile}) ends:\n${end}`);
}

/** Shuts the server down in order, ending the connections that are left, and waits for it. */
export async function shutDown(cluster: Cluster): Promise<void> {
  const stop = ['stop', '-D', cluster.directory, '--silent', '--wait'];
  const { pgCtl } = cluster.programs;
  try {
    await runProgram(cluster.account, pgCtl, [...stop, '--mode=fast', '--timeout=30']);
  } catch {
    if (!(await readPostmaster(cluster.directory))) return; // It was gone already.
    // As after a power cut: nothing committed is lost, the next start reads it back from the log of changes.
    await runProgram(cluster.account, pgCtl, [...stop, '--mode=immediate', '--timeout=10']);
  }
}

/** Waits until the process that `launchServer` answered has ended. */
export async function waitForExit(child: ChildProcess): Promise<void> {
  child.ref();
  if (!hasExited(child)) await once(child, 'exit');
}

/** Undefined when no server has the cluster in use; the numbers are 0 or NaN when the file was cut short. */
export async function readPostmaster(clusterDirectory: string): Promise<Postmaster | undefined> {
  try {
    const lines = (await readFile(join(clusterDirectory, 'postmaster.pid'), 'utf8')).split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** An unconnected client of the superuser, whom the application never is. */
export function superuserClient(port: number, password: string): Client {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 3000,
  });
  client.on('error', () => undefined); // A server that ends meanwhile is noticed by the query that fails.
  return client;
}

async function spawnServer(cluster: Cluster, settings: string[]): Promise<ChildProcess> {
  // The log of the run before may tell why it ended.
  await rename(cluster.logFile, `${cluster.logFile}.previous`).catch((error) => {
    if (errorCode(error) !== 'ENOENT') throw error;
  });
  const log = await open(cluster.logFile, 'w', 0o600);
  try {
    if (cluster.account) await log.chown(cluster.account.uid, cluster.account.gid);
    const flags = settings.flatMap((setting) => ['-c', setting]);
    const child = spawn(cluster.programs.postgres, ['-D', cluster.directory, ...flags], {
      ...cluster.account,
      cwd: '/',
      env: programEnvironment(),
      detached: true,
      windowsHide: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    child.unref();
    await once(child, 'spawn');
    return child;
  } finally {
    await log.close();
  }
}

function programEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

function hasExited(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
