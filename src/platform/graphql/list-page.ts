import {
  badPage,
  type Connection,
  decodeCursor,
  encodeCursor,
  type PageArguments,
  pageSize,
  toConnection,
} from './connection.js';

/**
 * One page of a list that is there whole, because it was computed as one.
 * @param keyOf the UUID by which an entry is found again; no two entries have the same
 * @throws GraphQLError BAD_USER_INPUT for a cursor this list did not give or a page size out of range
 */
export function pageOfList<T>(list: readonly T[], page: PageArguments, keyOf: (entry: T) => string): Connection<T> {
  const start = page.after === null ? 0 : placeAfter(list, page.after, keyOf);
  const entries = list.slice(start, start + pageSize(page) + 1);
  return toConnection(
    entries,
    page,
    (entry) => encodeCursor('key', keyOf(entry)),
    async () => list.length,
  );
}

function placeAfter<T>(list: readonly T[], cursor: string, keyOf: (entry: T) => string): number {
  const [, key] = decodeCursor(cursor);
  const place = list.findIndex((entry) => keyOf(entry) === key);
  if (place < 0) throw badPage('after is not a cursor of this list.');
  return place + 1;
}
