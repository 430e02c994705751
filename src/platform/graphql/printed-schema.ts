import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';

/** The text of `schema.gql`: everything in the order of the alphabet, so that a change shows as what it is. */
export function printedSchema(schema: GraphQLSchema): string {
  return `# Made by \`npm run schema\` from the code; change the code instead.\n\n${printSchema(lexicographicSortSchema(schema))}\n`;
}
