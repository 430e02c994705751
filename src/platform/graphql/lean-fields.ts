import type { ExternalContextCreator } from '@nestjs/core';
import { contextReaders, type RequestContext } from './context.js';

type FieldArguments = [parent: unknown, args: unknown, context: RequestContext, info: unknown];
type Reader = (asked: FieldArguments) => unknown;

/** What Nest keeps of each parameter of a resolver's method. */
interface Parameter {
  index: number;
  data?: unknown;
  pipes?: unknown[];
  factory?: object;
}

/** The name under which Nest keeps them, and by which it tells the parameters of our own decorators. */
const parameterMetadata = '__routeArguments__';
const customParameter = '__customRouteArgs__';

/** By Nest's own numbers of what a parameter stands for; the arguments of the field, 3, are missing. */
const plainReaders: Record<string, Reader> = {
  0: ([parent]) => parent,
  1: ([, , context]) => context,
  2: ([, , , info]) => info,
};

/**
 * Lets the fields of objects be answered by a plain call of the resolver's method. Nest runs no guards, interceptors
 * and filters for them, and its pipes leave alone what is no argument of GraphQL; yet for each parameter of each field
 * of each row it makes several promises, which for a long list costs more than all else. Fields with arguments stay
 * with Nest, whose pipe checks them, and so do all queries and mutations.
 */
export function callFieldsDirectly(creator: ExternalContextCreator): void {
  const create = creator.create.bind(creator);
  creator.create = ((...given: Parameters<typeof create>) => {
    const [instance, method, name, , , , , options, kind] = given;
    const isBare = kind === 'graphql' && options && !options.guards && !options.interceptors && !options.filters;
    const readers = isBare ? readersOf(instance, name) : null;
    if (!readers) return create(...given);
    const call = method as (...parameters: unknown[]) => unknown;
    return (...asked: FieldArguments) =>
      call.apply(
        instance,
        readers.map((read) => read(asked)),
      );
  }) as typeof create;
}

/** How to read each parameter of a method; null when one of them needs Nest. */
function readersOf(instance: object, name: string): Reader[] | null {
  const metadata = Reflect.getMetadata(parameterMetadata, instance.constructor, name) as Record<string, Parameter>;
  const readers: Reader[] = [];
  for (const [key, parameter] of Object.entries(metadata ?? {})) {
    const reader = readerOf(key, parameter);
    if (!reader) return null;
    readers[parameter.index] = reader;
  }
  return Array.from(readers, (reader) => reader ?? (() => undefined));
}

function readerOf(key: string, { data, pipes, factory }: Parameter): Reader | undefined {
  if (data !== undefined || (pipes && pipes.length > 0)) return undefined;
  if (!key.includes(customParameter)) return plainReaders[key.split(':')[0] ?? ''];
  const read = factory && contextReaders.get(factory);
  return read && (([, , context]) => read(context));
}
