import { access, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Season } from '../season/season.types.js';

const demoSeason = join('demo', 'season.json');

/** A season from a file; without a path the one that comes with Kring. */
export async function readSeason(path?: string): Promise<Season> {
  return JSON.parse(await readFile(path ?? (await findDemoSeason()), 'utf8')) as Season;
}

/** It lies at the root of the project, whose distance differs between the sources and what is built of them. */
async function findDemoSeason(): Promise<string> {
  for (let directory = dirname(fileURLToPath(import.meta.url)); ; directory = dirname(directory)) {
    const path = join(directory, demoSeason);
    if (directory === dirname(directory) || (await exists(path))) return path;
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
