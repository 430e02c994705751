import { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { createHandler, type RequestParams } from 'graphql-sse';
import Negotiator from 'negotiator';
import { describeError } from '../error-description.js';
import type { RequestContext } from './context.js';
import { EventStream } from './event-stream.js';
import { maskError } from './masking.js';
import type { OpenStreams } from './open-streams.js';
import type { OperationCheck } from './operation-checks.js';
import { refusal } from './refusal.js';
import { answers, readSubscription, StreamRefusal, subscribe } from './subscription.js';

export const streamPath = '/graphql/stream';

export interface StreamOptions {
  /** The schema is there only when all modules are. */
  schema: () => GraphQLSchema;
  /** The same as for every other operation. */
  context: (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext>;
  checks: OperationCheck[];
  /** Who holds a stream; null for those who have not signed in. */
  holderOf: (context: RequestContext) => string | null;
  openStreams: OpenStreams;
}

const eventStream = 'text/event-stream';

/** Where nothing is wrong with the request as such, its status says what is. */
const statuses: Record<string, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  NOT_ACCEPTABLE: 406,
  TOO_MANY_STREAMS: 429,
  INTERNAL_SERVER_ERROR: 500,
};

const logger = new Logger('GraphQLStream');

/**
 * Subscriptions over server-sent events, in the protocol of graphql-sse with one connection for each. What a
 * request to `/graphql` must fulfil, one to here must too; what is refused is refused before the stream begins, with a
 * status that tells an EventSource not to come back.
 */
export function serveStream(server: FastifyInstance, options: StreamOptions): void {
  const handle = createHandler<FastifyRequest, EventStream>({
    // One connection for several subscriptions would need a place on the server that outlives it.
    authenticate: () => null,
    onSubscribe: ({ context: stream }, params) => open(options, stream, params),
  });
  server.route({
    method: ['GET', 'POST'],
    url: streamPath,
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      try {
        requireEventStream(request);
        const stream = new EventStream(request, reply);
        const [body, { status }] = await handle({
          method: request.method,
          url: request.url,
          headers: { get: (name) => (name === 'accept' ? eventStream : String(request.headers[name])) },
          body: request.body as Record<string, unknown> | null,
          raw: request,
          context: stream,
        });
        if (body === null || typeof body === 'string') return refuse(reply, badRequest(body), status);
        // Proxies must hand on each event as it comes.
        reply.type(`${eventStream}; charset=utf-8`).header('x-accel-buffering', 'no');
        return reply.send(Readable.from(stream.frames(body), { highWaterMark: 1 }));
      } catch (error) {
        return refuse(reply, error instanceof StreamRefusal ? error.errors : [error]);
      }
    },
  });
}

/** @throws StreamRefusal or GraphQLError for whatever keeps it from being opened */
async function open(
  { schema: schemaOf, context: contextOf, checks, holderOf, openStreams }: StreamOptions,
  stream: EventStream,
  { query, operationName, variables }: RequestParams,
): Promise<AsyncGenerator<ExecutionResult>> {
  const schema = schemaOf();
  const { document, operation } = readSubscription(schema, query, operationName);
  const contextValue = await contextOf(stream.request, stream.reply);
  const request = { variables: variables ?? {} };
  for (const check of checks) check({ schema, document, operation, request, contextValue });
  contextValue.stream = stream;
  openStreams.admit(holderOf(contextValue), stream);
  const execution = { schema, document, operationName, variableValues: request.variables, contextValue };
  const events = await subscribe(execution);
  return masked(stream.inTurn(answers(events, execution)), stream);
}

/** Errors within a result are masked like all others; one that ends the stream is logged, and the client comes back. */
async function* masked(results: AsyncIterable<ExecutionResult>, stream: EventStream): AsyncGenerator<ExecutionResult> {
  try {
    for await (const { errors, ...result } of results) {
      yield errors ? { ...result, errors: errors.map((error) => shown(error) as GraphQLError) } : result;
    }
  } catch (error) {
    if (!stream.gone.aborted) logger.error({ error: describeError(error) });
    throw error;
  }
}

function requireEventStream(request: FastifyRequest): void {
  if (new Negotiator(request).mediaType([eventStream])) return;
  throw refusal('NOT_ACCEPTABLE', `Accept ${eventStream}: this is a stream.`, 406);
}

/** What graphql-sse says of a request without a form: it says it as text. */
function badRequest(body: string | null): GraphQLError[] {
  const [first] = body ? (JSON.parse(body) as { errors: { message: string }[] }).errors : [];
  return [refusal('BAD_REQUEST', first?.message ?? 'Send the operation as application/json, or in the address.')];
}

function refuse(reply: FastifyReply, errors: readonly unknown[], status?: number): FastifyReply {
  const told = errors.map(shown);
  const code = String(told[0]?.extensions?.code);
  return reply
    .code(status ?? statuses[code] ?? 400)
    .type('application/json; charset=utf-8')
    .send({ errors: told });
}

function shown(error: unknown): GraphQLFormattedError {
  return maskError(error instanceof GraphQLError ? error.toJSON() : { message: '' }, error);
}
