import { Field, ObjectType } from '@nestjs/graphql';
import { ErrorCode } from './error-code.js';

/** What a caller did that a rule forbids. It reaches the client as data: `errors` of a payload. */
export class DomainError extends Error {
  /** @param field the path of the input field that is to blame; empty when it is no single one. */
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly field: string[] = [],
  ) {
    super(message);
  }
}

/** Several failures at once, as validation finds them. */
export class DomainErrors extends Error {
  constructor(readonly errors: DomainError[]) {
    super(errors.map((error) => error.message).join(' '));
  }
}

/** The viewer may see the subject, yet not do this to it: a top-level error, not data. */
export class NotAllowed extends Error {
  constructor(message = 'You are not allowed to do this.') {
    super(message);
  }
}

/** Missing and not visible are one answer: nobody learns by it that something exists. */
export function notFound(what: string, ...field: string[]): DomainError {
  return new DomainError('NOT_FOUND', `There is no such ${what}.`, field);
}

/** The subject, or the error that names the field by which it was looked up. */
export function found<T>(subject: T | null | undefined, what: string, ...field: string[]): T {
  if (subject === null || subject === undefined) throw notFound(what, ...field);
  return subject;
}

/**
 * Does work that several acts share. What it refuses names fields as the work calls them; the answer names them as
 * the input at hand does.
 * @param names the input's field for each that it calls otherwise
 */
export async function blaming<T>(names: Record<string, string>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const [field = '', ...path] = error.field;
    throw new DomainError(error.code, error.message, field in names ? [names[field] ?? field, ...path] : error.field);
  }
}

/** @throws NotAllowed unless the policy says yes. */
export function authorise(allowed: boolean, message?: string): void {
  if (!allowed) throw new NotAllowed(message);
}

@ObjectType({ description: 'One reason why an act was refused. Nothing was recorded.' })
export class UserError {
  @Field(() => ErrorCode, { description: 'The reason, for programs.' })
  code: ErrorCode;

  @Field({ description: 'The reason, for people.' })
  message: string;

  @Field(() => [String], {
    nullable: true,
    description: 'The path of the input field to blame, from `input` down; null when it is no single field.',
  })
  field: string[] | null;
}
