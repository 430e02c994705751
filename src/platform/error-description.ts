import { GraphQLError } from 'graphql';
import { DatabaseError } from 'pg';
import { QueryFailedError } from 'typeorm';

export interface ErrorDescription {
  name: string;
  message?: string;
  code?: string;
  constraint?: string;
  table?: string;
  column?: string;
  stack?: string;
}

/**
 * What the log may keep of an error. The messages of the database, of GraphQL's scalars and of parsers quote the
 * values they are about, so of these only the kind, the names in the schema and the place in the code remain.
 */
export function describeError(error: unknown): ErrorDescription {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (!(cause instanceof Error)) return { name: typeof cause };
  const source = cause instanceof QueryFailedError ? cause.driverError : cause;
  const { code, constraint, table, column } = source as Error & Partial<ErrorDescription>;
  return {
    name: cause.name,
    ...(!quotesValues(cause) && { message: cause.message.replace(/\S+@\S+/g, '[address]') }),
    ...(typeof code === 'string' && { code }),
    ...(cause !== source || cause instanceof DatabaseError ? { constraint, table, column } : {}),
    stack: framesOf(cause.stack ?? ''),
  };
}

/** The lines of a stack that say where, without the message above them. */
export function framesOf(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .join('\n');
}

function quotesValues(error: Error): boolean {
  return [QueryFailedError, DatabaseError, GraphQLError, SyntaxError].some((kind) => error instanceof kind);
}
