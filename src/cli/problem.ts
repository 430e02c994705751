import { EmbeddedPostgresError } from '../platform/embedded-postgres/error.js';
import { DomainError } from '../platform/graphql/errors.js';
import { BadSetting } from '../platform/settings.js';

/** Something the person at the terminal can mend. The message is one line that says what is wrong and what to do. */
export class Problem extends Error {}

/** The person at the terminal wants it to end. */
export class Interrupted extends Error {}

const expected = [Problem, BadSetting, EmbeddedPostgresError, DomainError];

/** What the terminal shows of an error: its message where it is an expected one, all there is to know of a bug. */
export function describeProblem(error: unknown): string {
  if (expected.some((kind) => error instanceof kind)) return (error as Error).message;
  return `Kring has met an error of its own. Please report it:\n${error instanceof Error ? error.stack : String(error)}`;
}
