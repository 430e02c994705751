import { z } from 'zod';
import type { ScorecardProfile } from './profile.js';
import { profileSchema } from './profile-schema.js';

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

const mostProblems = 20;

/**
 * A profile from parsed JSON.
 * @throws BadProfile with its first twenty problems
 */
export function readProfile(json: unknown): ScorecardProfile {
  const result = profileSchema.safeParse(json, { error: reasonOf });
  // The checks hold what its type says and the schema's does not: one limit in each band.
  if (result.success) return result.data as ScorecardProfile;
  throw new BadProfile(result.error.issues.flatMap(problemsOf).slice(0, mostProblems));
}

/** The JSON Schema (2020-12) of a profile, for editors; `readProfile` checks more. */
export function profileJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(profileSchema);
}

function problemsOf(issue: z.core.$ZodIssue): ProfileProblem[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: written(issue.path), reason: issue.message }];
  return issue.keys.map((key) => ({
    path: written([...issue.path, key]),
    reason: 'must be left out: there is no such field',
  }));
}

function written(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

const kinds: Record<string, string> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
};

/** What a field must be, where the schema does not say it itself; undefined leaves it to the library. */
function reasonOf(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return 'is missing';
  if (issue.code === 'invalid_type') return `must be ${kinds[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_format' && issue.format === 'date') return 'must be a civil day such as 2026-01-01';
  if (issue.code === 'too_small') {
    return issue.inclusive ? sizeReason(issue.origin, `at least ${issue.minimum}`) : `must be above ${issue.minimum}`;
  }
  if (issue.code === 'too_big') return sizeReason(issue.origin, `at most ${issue.maximum}`);
  return undefined;
}

function sizeReason(origin: string, limit: string): string {
  if (origin === 'array') return `must have ${limit} of them`;
  return origin === 'string' ? `must have ${limit} characters` : `must be ${limit}`;
}
