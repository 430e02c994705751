import type { GraphQLSchema } from 'graphql';

/** The types that no class stands for are described here. */
export function describeRootTypes(schema: GraphQLSchema): GraphQLSchema {
  const [query, mutation, subscription] = [
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ];
  if (query) query.description = 'All that can be asked. What the viewer may not see is absent.';
  if (mutation) mutation.description = 'All that can be done: one field per act, each in a transaction of its own.';
  if (subscription) {
    subscription.description =
      'All that can be followed as it happens: server-sent events at /graphql/stream, in the protocol of graphql-sse with a connection for each. ' +
      'Each event has an id; who comes back with the header Last-Event-ID goes on after it.';
  }
  return schema;
}
