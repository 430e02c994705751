import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Season } from '../../src/cli/season/season.types.js';

/** The season that comes with Kring. */
export const demoSeason: Season = JSON.parse(readFileSync(new URL('../../demo/season.json', import.meta.url), 'utf8'));

/** The beginning of the demo season as a file of its own, for what would take too long with all of it. */
export async function writeShortSeason(directory: string, acts: number): Promise<string> {
  const path = join(directory, 'season.json');
  await writeFile(path, JSON.stringify({ ...demoSeason, acts: demoSeason.acts.slice(0, acts) }));
  return path;
}
