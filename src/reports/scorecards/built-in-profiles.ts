import { readdirSync, readFileSync } from 'node:fs';
import type { ScorecardProfile } from './profile.js';
import { readProfile } from './read-profile.js';

/** The profile of a network that has chosen none. */
export const defaultProfileId = 'second-degree';

const folder = new URL('./profiles/', import.meta.url);
let loaded: ScorecardProfile[] | null = null;

/** The profiles that come with Kring, by id. The build copies their files. */
export function builtInProfiles(): ScorecardProfile[] {
  loaded ??= readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readProfile(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));
  return loaded;
}
