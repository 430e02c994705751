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

/** Where an entry stands in its list; no two stand at the same place. */
type Place = readonly [number: number, key: string];

/**
 * One page of a list that is there whole, whose entries may come and go between two pages: a cursor names a place, so
 * that the next page goes on from there even when whoever stood there has gone.
 * @param placeOf the place of an entry; the list is sorted by it
 * @param direction in which the places run
 * @throws GraphQLError BAD_USER_INPUT for a cursor this list did not give or a page size out of range
 */
export function pageByPlace<T>(
  list: readonly T[],
  page: PageArguments,
  { placeOf, direction }: { placeOf: (entry: T) => Place; direction: 'ASC' | 'DESC' },
): Connection<T> {
  const rest = page.after === null ? list : list.filter(isBehind(page.after, placeOf, direction));
  return toConnection(
    rest.slice(0, pageSize(page) + 1),
    page,
    (entry) => encodeCursor(...placeOf(entry)),
    async () => list.length,
  );
}

function isBehind<T>(cursor: string, placeOf: (entry: T) => Place, direction: 'ASC' | 'DESC'): (entry: T) => boolean {
  const [number, key] = decodeCursor(cursor);
  if (typeof number !== 'number') throw badPage('after is not a cursor of this list.');
  const isLater = ([one, oneKey]: Place) => one > number || (one === number && oneKey > key);
  const isEarlier = ([one, oneKey]: Place) => one < number || (one === number && oneKey < key);
  return (entry) => (direction === 'ASC' ? isLater : isEarlier)(placeOf(entry));
}
