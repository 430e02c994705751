import { GraphQLError } from 'graphql';

/** Why a whole request is refused before any of it runs. */
export type RefusalCode =
  | 'BAD_REQUEST'
  | 'BAD_USER_INPUT'
  | 'FORBIDDEN'
  | 'NOT_ACCEPTABLE'
  | 'NOT_FOUND'
  | 'QUERY_TOO_COSTLY'
  | 'QUERY_TOO_DEEP'
  | 'TOO_MANY_ALIASES'
  | 'TOO_MANY_DIRECTIVES'
  | 'TOO_MANY_OPERATIONS'
  | 'TOO_MANY_STREAMS'
  | 'UNAUTHENTICATED';

/** @param status the HTTP status for clients that accept `application/graphql-response+json` */
export function refusal(code: RefusalCode, message: string, status = 400): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}
