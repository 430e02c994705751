import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EventStream } from './event-stream.js';
import type { Loaders } from './loaders.js';

/** What every resolver of one request shares. Who asks is put in by the identity module. */
export interface RequestContext<V = unknown> {
  requestId: string;
  /** Null for anonymous. */
  viewer: V | null;
  loaders: Loaders;
  request: FastifyRequest;
  reply: FastifyReply;
  /** Where the events of a subscription go; null for all other operations. */
  stream: EventStream | null;
  /**
   * Makes the viewer and the loaders as if the request came now: a subscription outlasts what they were.
   * @param rows made for this moment, for several subscriptions at once: the rows of entities come from them
   */
  renew: (rows?: Loaders) => Promise<void>;
}

export function contextOf(host: ExecutionContext): RequestContext {
  return GqlExecutionContext.create(host).getContext<RequestContext>();
}

/** What each of our parameters reads from the context, by the factory under which Nest knows it: for `lean-fields.ts`. */
export const contextReaders = new WeakMap<object, (context: RequestContext) => unknown>();

/** A resolver's argument that comes from the context alone. */
export function contextParameter(read: (context: RequestContext) => unknown): () => ParameterDecorator {
  const factory = (_: unknown, host: ExecutionContext): unknown => read(contextOf(host));
  contextReaders.set(factory, read);
  return createParamDecorator(factory);
}

/** The loaders of this request, as a resolver's argument. */
export const RequestLoaders = contextParameter(({ loaders }) => loaders);

/** The whole context, for the few resolvers that set cookies or read headers. */
export const Context = contextParameter((context) => context);
