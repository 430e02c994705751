import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError, errorCode } from './error.js';

/**
 * The Kring process that may use a data directory. A process id alone does not name a process: after a restart, above
 * all in a container, another process soon has the same one. So where the system tells, the start time is kept too.
 */
interface Owner {
  pid: number;
  startedAt: string | null;
}

/**
 * Makes this process the owner of the data directory, taking over from one that died. Answers how to give it up.
 * @throws EmbeddedPostgresError when a living process, this one included, already owns it.
 */
export async function becomeOwner(dataDirectory: string): Promise<() => Promise<void>> {
  const path = join(dataDirectory, 'owner.lock');
  const mine = `${JSON.stringify({ pid: process.pid, startedAt: await startOf(process.pid) })}\n`;
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, mine);
  try {
    // A hard link appears whole or not at all, so no one ever reads half an owner.
    while (!(await tryLink(draft, path))) await removeDeadOwner(path, dataDirectory);
  } finally {
    await rm(draft, { force: true });
  }
  return async () => {
    if ((await readOrEmpty(path)) === mine) await rm(path);
  };
}

/** Whether a process with this id runs, as far as this user may know. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function removeDeadOwner(path: string, dataDirectory: string): Promise<void> {
  const found = await readOrEmpty(path);
  const owner = parseOwner(found);
  if (owner && isAlive(owner.pid) && (await startOf(owner.pid)) === owner.startedAt) {
    throw new EmbeddedPostgresError(
      `Kring already runs on ${dataDirectory} (process ${owner.pid}): stop it first, or set DATA_DIR to another directory or DATABASE_URL.`,
    );
  }
  // Someone else may have taken over while we looked. Were both of us to win the narrow race that is left,
  // PostgreSQL's own lock still lets only one server at the data.
  if ((await readOrEmpty(path)) === found) await rm(path, { force: true });
}

function parseOwner(text: string): Owner | undefined {
  try {
    return JSON.parse(text) as Owner;
  } catch {
    return undefined; // Emptied by a full disk or a power cut: nobody's.
  }
}

/** A text that differs between two processes that had the same id one after the other; null where unknown, or dead. */
async function startOf(pid: number): Promise<string | null> {
  const status = await readOrEmpty(`/proc/${pid}/stat`);
  // The second field is the program's name in parentheses, and may itself hold spaces. After it come the state
  // (Z: dead, but not yet noticed by its parent) and, as 22nd of all, the start.
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? null : (fields[19] ?? null);
}

async function readOrEmpty(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ESRCH') return '';
    throw error;
  }
}
