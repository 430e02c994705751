import type { GraphQLSchema } from 'graphql';
import { coordinatesOf, isPage } from './coordinates.js';
import type { Sight } from './sights.js';

/** Every coordinate that something is said of. */
export interface Said {
  sights: Sight[];
  /** By type, the names of its fields with blanks between. */
  whole: Record<string, string>;
  payloads: Record<string, string>;
  acts: string[];
  subscriptions: string[];
}

/** What the schema has and no row speaks of, and what rows speak of and the schema has not. */
export function compareWithSchema(schema: GraphQLSchema, said: Said): { withoutRow: string[]; withoutField: string[] } {
  const listed = [...Object.entries(said.whole), ...Object.entries(said.payloads)];
  const rows = new Set([
    ...said.sights.flatMap(({ type, rows: fields }) => [...fields.keys()].map((field) => `${type}.${field}`)),
    ...listed.flatMap(([type, fields]) => fields.split(' ').map((field) => `${type}.${field}`)),
    ...said.acts.map((name) => `Mutation.${name}`),
    ...said.subscriptions.map((name) => `Subscription.${name}`),
  ]);
  const coordinates = coordinatesOf(schema);
  return {
    withoutRow: coordinates.filter((coordinate) => !rows.has(coordinate) && !isPage(coordinate)),
    withoutField: [...rows].filter((row) => !coordinates.includes(row)),
  };
}
