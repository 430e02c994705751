import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { viewerOfRequest } from './identity/request-viewer.js';
import { sessionCookie } from './identity/session-token.js';
import type { Clock } from './platform/clock.js';
import type { RequestContext } from './platform/graphql/context.js';
import { statusForPlainJson } from './platform/graphql/http-status.js';
import { documentLimits, limits } from './platform/graphql/limits.js';
import { Loaders } from './platform/graphql/loaders.js';
import { maskError } from './platform/graphql/masking.js';
import {
  checkOperations,
  refuseCostly,
  refuseForeignOrigin,
  refuseStrangersIntrospection,
} from './platform/graphql/operation-checks.js';
import { describeRootTypes } from './platform/graphql/root-types.js';
import { publicUrl, type Settings } from './platform/settings.js';

/** How the GraphQL face is served: one path, code first, errors masked, the viewer found before anything runs. */
export function graphqlOptions(dataSource: DataSource, clock: Clock, settings: Settings): ApolloDriverConfig {
  return {
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    transformSchema: describeRootTypes,
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
      checkOperations(
        refuseForeignOrigin(sessionCookie, () => publicUrl(settings)),
        refuseStrangersIntrospection,
        refuseCostly,
      ),
      statusForPlainJson,
    ],
    formatError: maskError,
    context: async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => ({
      requestId: request.id,
      viewer: await viewerOfRequest(dataSource, request, clock.now()),
      loaders: new Loaders(dataSource),
      request,
      reply,
    }),
  };
}
