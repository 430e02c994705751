import { unwrapResolverError } from '@apollo/server/errors';
import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DomainError, DomainErrors, NotAllowed } from './errors.js';

const logger = new Logger('GraphQL');

/**
 * What a client may know of an error: what it can act upon, in plain words; of a bug only that there was one.
 * The bug itself goes to the log.
 */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const { locations, path } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  if (cause instanceof NotAllowed) return { message: cause.message, ...place, extensions: { code: 'FORBIDDEN' } };
  if (cause instanceof DomainError || cause instanceof DomainErrors) {
    return { message: cause.message, ...place, extensions: { code: 'BAD_USER_INPUT' } };
  }
  const code = formatted.extensions?.code;
  if (cause instanceof GraphQLError && code !== 'INTERNAL_SERVER_ERROR') {
    return { message: formatted.message, ...place, extensions: { code } };
  }
  logger.error(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
  return {
    message: 'Something went wrong here. It has been logged.',
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}
