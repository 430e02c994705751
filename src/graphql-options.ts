import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { INestApplicationContext } from '@nestjs/common';
import { ExternalContextCreator } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { viewerOfRequest } from './identity/request-viewer.js';
import { sessionCookie, sessionTokenHash } from './identity/session-token.js';
import type { Viewer } from './identity/viewer.js';
import { findViewers } from './identity/viewer.sql.js';
import { Clock } from './platform/clock.js';
import { compileQueries } from './platform/graphql/compiled-queries.js';
import type { RequestContext } from './platform/graphql/context.js';
import { statusForPlainJson } from './platform/graphql/http-status.js';
import { callFieldsDirectly } from './platform/graphql/lean-fields.js';
import { documentLimits, limits } from './platform/graphql/limits.js';
import { Loaders } from './platform/graphql/loaders.js';
import { maskError } from './platform/graphql/masking.js';
import { OpenStreams } from './platform/graphql/open-streams.js';
import {
  checkOperations,
  type OperationCheck,
  refuseCostly,
  refuseForeignOrigin,
  refuseStrangersIntrospection,
  refuseSubscriptions,
} from './platform/graphql/operation-checks.js';
import { readPlainProperties } from './platform/graphql/plain-properties.js';
import { readTogether } from './platform/graphql/read-together.js';
import { describeRootTypes } from './platform/graphql/root-types.js';
import type { StreamOptions } from './platform/graphql/stream.js';
import { Replica } from './platform/replica.js';
import { publicUrl, type Settings } from './platform/settings.js';

/** How the GraphQL face is served: one path, code first, errors masked, the viewer found before anything runs. */
export function graphqlOptions(
  replica: Replica,
  clock: Clock,
  settings: Settings,
  contextCreator: ExternalContextCreator,
): ApolloDriverConfig {
  callFieldsDirectly(contextCreator);
  return {
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    transformSchema: (schema) => readPlainProperties(describeRootTypes(schema), replica.primary),
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    graphiql: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    autoTransformHttpErrors: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: documentLimits,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      checkOperations(refuseSubscriptions, ...operationChecks(settings)),
      statusForPlainJson,
      compileQueries(),
    ],
    formatError: maskError,
    context: contextMaker(replica, clock),
  };
}

/** What every operation is held against, those of streams too. */
export function operationChecks(settings: Settings): OperationCheck[] {
  return [refuseForeignOrigin(sessionCookie, () => publicUrl(settings)), refuseStrangersIntrospection, refuseCostly];
}

/** Makes what the resolvers of one request share: who asks, as he is now, and loaders that have loaded nothing yet. */
export function contextMaker(replica: Replica, clock: Clock) {
  const dataSource = replica.primary;
  // Those who follow the same are woken together, and are found again together.
  const findAgain = readTogether((tokenHashes) => findViewers(dataSource, tokenHashes, clock.now()));
  return async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext<Viewer>> => {
    const tokenHash = sessionTokenHash(request)?.toString('hex') ?? null;
    const renew = async (rows?: Loaders): Promise<void> => {
      const viewer = tokenHash && (await findAgain(tokenHash));
      Object.assign(context, { viewer, loaders: new Loaders(dataSource, replica, rows) });
    };
    const context: RequestContext<Viewer> = {
      requestId: request.id,
      request,
      reply,
      stream: null,
      renew,
      viewer: await viewerOfRequest(dataSource, request, clock.now()),
      loaders: new Loaders(dataSource, replica),
    };
    return context;
  };
}

/** How subscriptions are served: as everything else, on a path of their own. */
export function streamOptions(application: INestApplicationContext, settings: Settings): StreamOptions {
  return {
    schema: () => application.get(GraphQLSchemaHost).schema,
    context: contextMaker(application.get(Replica, { strict: false }), application.get(Clock)),
    checks: operationChecks(settings),
    holderOf: ({ viewer }) => (viewer as Viewer | null)?.personId ?? null,
    openStreams: application.get(OpenStreams),
  };
}
