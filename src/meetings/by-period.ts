import type { ObjectLiteral } from 'typeorm';
import { columnsOf, type LoaderDeclaration } from '../platform/graphql/loaders.js';

/**
 * SQL: `asked`, whose (`owner_id`, of $1) something is from one civil day (`from_day`, of $2) to another (`to_day`, of
 * $3), both included. The three arrays belong together, so that one statement answers for many.
 */
export const askedByPeriod = `(
    SELECT owner_id || ' ' || from_day || ' ' || to_day AS key, owner_id, from_day, to_day
    FROM unnest($1::uuid[], $2::date[], $3::date[]) AS listed (owner_id, from_day, to_day)
  ) asked`;

/** The key under which `byPeriod` loads: the seat or the club, and the first and the last day of the period. */
export function periodKey(ownerId: string, from: string, to: string): string {
  return `${ownerId} ${from} ${to}`;
}

/** What a statement on `askedByPeriod` says of many, by `periodKey`. */
export function byPeriod<R extends ObjectLiteral, V>(text: string, read: (row: R) => V): LoaderDeclaration<V> {
  return async (keys, dataSource) => {
    const rows = await dataSource.query<(R & { key: string })[]>(text, columnsOf(keys));
    return new Map(rows.map((row) => [row.key, read(row)]));
  };
}
