import type { ScorecardProfile } from './profile.js';

/** One thing wrong with a profile. */
export interface ProfileProblem {
  /** Such as `metrics[2].bands[1].min`; empty for the whole. */
  path: string;
  /** What it must be, such as `must be below 0.75, the min of the band before`. */
  reason: string;
}

/** A profile that is none. The message holds all its problems, one a line. */
export class BadProfile extends Error {
  constructor(readonly problems: readonly ProfileProblem[]) {
    super(problems.map(({ path, reason }) => (path ? `${path}: ${reason}` : reason)).join('\n'));
  }
}

/**
 * A profile from parsed JSON.
 * @throws BadProfile with its first twenty problems
 */
export function readProfile(_json: unknown): ScorecardProfile {
  throw new Error('Not built yet.');
}

/** The JSON Schema (2020-12) of a profile, for editors; `readProfile` checks more. */
export function profileJsonSchema(): Record<string, unknown> {
  throw new Error('Not built yet.');
}
