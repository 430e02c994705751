import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError, errorCode } from './error.js';

const run = promisify(execFile);

/** The numbers of a system account, in the form in which `spawn` takes them. */
export interface ServerAccount {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root, so root lends it another account: the one that owns the data, else an existing
 * `kring` or `postgres`, else a new `kring`. Undefined when Kring itself is an ordinary user.
 * @throws EmbeddedPostgresError when there is no such account and none can be made.
 */
export async function serverAccount(clusterDirectory: string): Promise<ServerAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await ownerOf(clusterDirectory);
  if (owner && owner.uid !== 0) return owner;
  return (await findAccount('kring')) ?? (await findAccount('postgres')) ?? (await createAccount('kring'));
}

/** The first directory on the way to `path`, or `path` itself, that the account may not enter; `path` has no links. */
export async function firstClosedTo(account: ServerAccount | undefined, path: string): Promise<string | undefined> {
  if (!account) return undefined;
  const steps = [path];
  for (let step = path; step !== dirname(step); step = dirname(step)) steps.unshift(dirname(step));
  for (const step of steps) {
    const { mode, uid, gid } = await stat(step);
    const needed = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & needed) === 0) return step;
  }
  return undefined;
}

async function ownerOf(path: string): Promise<ServerAccount | undefined> {
  try {
    const { uid, gid } = await stat(path);
    return { uid, gid };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function findAccount(name: string): Promise<ServerAccount | undefined> {
  try {
    const [user, group] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(user.stdout), gid: Number(group.stdout) };
  } catch {
    return undefined; // `id` fails for a name that does not exist, which is the question asked.
  }
}

async function createAccount(name: string): Promise<ServerAccount> {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', name]);
  } catch (cause) {
    throw accountMissing(name, cause);
  }
  const account = await findAccount(name);
  if (!account) throw accountMissing(name);
  return account;
}

function accountMissing(name: string, cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `PostgreSQL cannot run as root, and no account "${name}" could be made for it: start Kring as an ordinary user.`,
    { cause },
  );
}
