import type { ScorecardProfile } from './profile.js';
import type { ColourPlan, ScorecardResult } from './score.types.js';

/**
 * The cheapest steps to a colour.
 * @param wanted the name of a colour of the profile; without it, the one above the present
 * @returns null when nothing he can do reaches it, when there is none above, or no such colour
 */
export function bringsToColour(
  _profile: ScorecardProfile,
  _result: ScorecardResult,
  _wanted?: string,
): ColourPlan | null {
  throw new Error('Not built yet.');
}
