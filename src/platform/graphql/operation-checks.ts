import type { IncomingHttpHeaders } from 'node:http';
import type { ApolloServerPlugin } from '@apollo/server';
import {
  BREAK,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from 'graphql';
import type { RequestContext } from './context.js';
import { costOf } from './cost.js';
import { limits } from './limits.js';
import { refusal } from './refusal.js';

/** A valid operation that is about to run, whichever way it came. */
export interface CheckedOperation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation?: OperationDefinitionNode;
  request: { variables?: Record<string, unknown> };
  contextValue: RequestContext;
}

/** Looks at an operation before it runs. It throws what `refusal` makes, or lets it pass. */
export type OperationCheck = (about: CheckedOperation) => void;

export function checkOperations(...checks: OperationCheck[]): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async (about) => {
        for (const check of checks) check(about);
      },
    }),
  };
}

export const refuseCostly: OperationCheck = ({ schema, document, operation, request }) => {
  if (!operation) return;
  const cost = costOf({ schema, document, operation, variables: request.variables ?? {} });
  if (cost <= limits.cost) return;
  throw refusal('QUERY_TOO_COSTLY', `This operation may cost ${cost}, and at most ${limits.cost} is allowed.`);
};

/** What goes on and on needs a connection of another kind. */
export const refuseSubscriptions: OperationCheck = ({ operation }) => {
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return;
  throw refusal('BAD_REQUEST', 'Subscriptions are served at /graphql/stream.');
};

/** The schema is in the public sources, yet a running server shows strangers nothing they do not need. */
export const refuseStrangersIntrospection: OperationCheck = ({ document, contextValue }) => {
  if (contextValue.viewer || !asksForSchema(document)) return;
  throw refusal('UNAUTHENTICATED', 'Sign in first: the schema is shown to those who are signed in.', 401);
};

function asksForSchema(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field: ({ name: { value: name } }) => {
      if (name !== '__schema' && name !== '__type') return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}

/**
 * A browser sends the session's cookie along whoever makes it send a request: an act done with one, and a stream
 * opened with one, must come from a page of this very server.
 */
export function refuseForeignOrigin(cookie: string, publicUrl: () => string): OperationCheck {
  return ({ operation, contextValue: { request } }) => {
    const isQuestion = operation === undefined || operation.operation === OperationTypeNode.QUERY;
    if (isQuestion || request.cookies[cookie] === undefined) return;
    if (isFromOwnPage(request.headers, publicUrl())) return;
    throw refusal('FORBIDDEN', 'This request does not come from a page of this server.', 403);
  };
}

/** Whether a browser sends the request for a page of this very server; what is no browser does not say so. */
export function isFromOwnPage(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers;
  return site === undefined ? isOwn(origin, [new URL(publicUrl).host, host]) : site === 'same-origin';
}

function isOwn(origin: string | undefined, hosts: (string | undefined)[]): boolean {
  return origin !== undefined && URL.canParse(origin) && hosts.includes(new URL(origin).host);
}
