import type { ScorecardProfile } from './profile.js';

/** The profile of a network that has chosen none. */
export const defaultProfileId = 'second-degree';

/** The profiles that come with Kring, by id. */
export function builtInProfiles(): ScorecardProfile[] {
  throw new Error('Not built yet.');
}
