import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import type { DataSource } from 'typeorm';

/** Of a page, its edges and where it stands: all but `totalCount`, which is a promise. */
const ofPages = new Set(['edges', 'nodes', 'pageInfo', 'node', 'cursor']);

/**
 * Takes away the function that Nest puts over each field, where all it does is to read a plain property: a column of an
 * entity, or a part of a page. What is no function of ours a compiled query reads by itself. Where a property may hold
 * a promise the function has to stay.
 */
export function readPlainProperties(schema: GraphQLSchema, dataSource: DataSource): GraphQLSchema {
  const columns = new Map(
    dataSource.entityMetadatas.map((metadata) => [
      metadata.targetName,
      new Set(metadata.ownColumns.map((column) => column.propertyName)),
    ]),
  );
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    const isPlain = (name: string) => columns.get(type.name)?.has(name) || isOfPage(type, name);
    for (const field of Object.values(type.getFields())) {
      if (isPlain(field.name) && isReader(field)) field.resolve = undefined;
    }
  }
  return schema;
}

function isOfPage(type: GraphQLObjectType, name: string): boolean {
  return type.name === 'PageInfo' || (/(Connection|Edge)$/.test(type.name) && ofPages.has(name));
}

/** Whether a field's function answers the property of the field's name, and nothing when there is none. */
function isReader({ name, args, resolve = defaultFieldResolver }: GraphQLField<unknown, unknown>): boolean {
  if (args.length > 0 || resolve.name !== 'rootFieldResolver') return false;
  const answer = (parent: object) => (resolve as (parent: object) => unknown)(parent);
  const value = {};
  return answer({ [name]: value }) === value && answer({}) === undefined;
}
