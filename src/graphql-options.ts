import { randomUUID } from 'node:crypto';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { sessionTokenHash } from './identity/session-token.js';
import { findViewer } from './identity/viewer.sql.js';
import type { Clock } from './platform/clock.js';
import type { RequestContext } from './platform/graphql/context.js';
import { Loaders } from './platform/graphql/loaders.js';
import { maskError } from './platform/graphql/masking.js';

/** How the GraphQL face is served: one path, code first, errors masked, the viewer found before anything runs. */
export function graphqlOptions(dataSource: DataSource, clock: Clock): ApolloDriverConfig {
  return {
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    introspection: true,
    csrfPrevention: true,
    graphiql: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    persistedQueries: false,
    autoTransformHttpErrors: false,
    formatError: maskError,
    context: async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => {
      const tokenHash = sessionTokenHash(request);
      return {
        requestId: request.id ?? randomUUID(),
        viewer: tokenHash && (await findViewer(dataSource, tokenHash, clock.now())),
        loaders: new Loaders(dataSource),
        request,
        reply,
      };
    },
  };
}
