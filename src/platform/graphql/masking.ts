import { unwrapResolverError } from '@apollo/server/errors';
import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { describeError } from '../error-description.js';
import { currentRequestId } from '../request-id.js';
import { DomainError, DomainErrors, NotAllowed } from './errors.js';

const logger = new Logger('GraphQL');

/**
 * What a client may know of an error: what it can act upon, in plain words; of a bug only that there was one, and the
 * id under which the log has it.
 */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const { locations, path } = formatted;
  const known = knownError(formatted, error, cause);
  if (known) return { ...known, ...(locations && { locations }), ...(path && { path }) };
  logger.error({ path: path?.join('.'), error: describeError(cause) });
  return {
    message: 'Something went wrong here. It has been logged.',
    ...(path && { path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: currentRequestId.getStore() },
  };
}

/** What to say of an expected error, or null for a bug. */
function knownError(formatted: GraphQLFormattedError, error: unknown, cause: unknown): GraphQLFormattedError | null {
  if (cause instanceof NotAllowed) return { message: cause.message, extensions: { code: 'FORBIDDEN' } };
  if (cause instanceof DomainError || cause instanceof DomainErrors) {
    return { message: cause.message, extensions: { code: 'BAD_USER_INPUT' } };
  }
  const code = ownCode(error) ?? formatted.extensions?.code;
  if (!(cause instanceof GraphQLError) || code === 'INTERNAL_SERVER_ERROR') return null;
  if (/^Syntax Error: Document contains more/.test(formatted.message)) {
    return { message: formatted.message, extensions: { code: 'QUERY_TOO_LONG' } };
  }
  return { message: formatted.message, extensions: { code } };
}

/** Apollo gives whatever a validation rule reports one and the same code: the rule's own says more. */
function ownCode(error: unknown): unknown {
  const reported = error instanceof GraphQLError ? error.originalError : undefined;
  return reported instanceof GraphQLError ? reported.extensions.code : undefined;
}
