import type { GraphQLSchema } from 'graphql';

/** The two types that no class stands for are described here. */
export function describeRootTypes(schema: GraphQLSchema): GraphQLSchema {
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  if (query) query.description = 'All that can be asked. What the viewer may not see is absent.';
  if (mutation) mutation.description = 'All that can be done: one field per act, each in a transaction of its own.';
  return schema;
}
