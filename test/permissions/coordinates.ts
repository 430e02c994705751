import {
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isObjectType,
} from 'graphql';

export type Field = GraphQLField<unknown, unknown>;

export function fieldsOf(type: GraphQLObjectType): Field[] {
  return Object.values(type.getFields());
}

/** The object type that a field leads to, if it does. */
export function targetOf(field: Field): GraphQLObjectType | null {
  const type = getNamedType(field.type);
  return isObjectType(type) ? type : null;
}

export function objectType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type of the schema.`);
  return type;
}

/** Every object type that an answer can reach from a query or a mutation, these two included. */
export function reachableTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  const reached = new Set<GraphQLObjectType>();
  const reach = (type: GraphQLObjectType | null | undefined): void => {
    if (!type || reached.has(type)) return;
    reached.add(type);
    for (const field of fieldsOf(type)) reach(targetOf(field));
  };
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) reach(root);
  return [...reached];
}

/** `Type.field` for everything there is to ask. */
export function coordinatesOf(schema: GraphQLSchema): string[] {
  return reachableTypes(schema).flatMap((type) => fieldsOf(type).map((field) => `${type.name}.${field.name}`));
}

/** The shape of Relay, which schema.spec.ts holds the schema to: a page shows of its list what the list itself does. */
export function isPage(coordinate: string): boolean {
  return /^\w+(Connection\.(edges|nodes|pageInfo|totalCount)|Edge\.(node|cursor))$/.test(coordinate);
}

/** Where the input of a mutation takes the key of an object: `buyer.contactId`, `shares.personId`. */
export function keyPathsOf(schema: GraphQLSchema, mutation: string): string[] {
  const input = getNamedType(objectType(schema, 'Mutation').getFields()[mutation]?.args[0]?.type);
  return isInputObjectType(input) ? keysIn(input).filter((path) => path !== 'idempotencyKey') : [];
}

function keysIn(input: GraphQLInputObjectType): string[] {
  return Object.values(input.getFields()).flatMap((field) => {
    const type = getNamedType(field.type);
    if (isInputObjectType(type)) return keysIn(type).map((path) => `${field.name}.${path}`);
    return type.name === 'UUID' ? [field.name] : [];
  });
}
