import type { ScorecardEvent, ScorecardProfile } from './profile.js';
import type { ScorecardResult } from './score.types.js';

/**
 * What a member scores today by a profile. Events outside the window do not count.
 * @param today the civil day in the club
 */
export function score(_profile: ScorecardProfile, _events: readonly ScorecardEvent[], _today: string): ScorecardResult {
  throw new Error('Not built yet.');
}
