import type { ScorecardEvent, ScorecardProfile } from './profile.js';
import type { ScorecardForecast } from './score.types.js';

export interface ForecastQuestion {
  profile: ScorecardProfile;
  events: readonly ScorecardEvent[];
  today: string;
  /** How many months from the running one on; six without it. */
  months?: number;
}

/** Which points expire when. Events up to today from the first day of today's window on are enough. */
export function forecast(_question: ForecastQuestion): ScorecardForecast {
  throw new Error('Not built yet.');
}
