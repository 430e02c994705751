import type { Connection, PageArguments } from '../../platform/graphql/connection.js';
import { pageByPlace } from '../../platform/graphql/list-page.js';

interface Ranked {
  id: string;
  rank: number;
}

/**
 * One page of a list that is there whole, with the highest rank first and of equals the latest key. What goes from the
 * list between two pages, because it was dismissed or answered, loses nobody his place.
 * @throws GraphQLError BAD_USER_INPUT for a cursor this list did not give or a page size out of range
 */
export function pageByRank<T extends Ranked>(list: readonly T[], page: PageArguments): Connection<T> {
  return pageByPlace(list, page, { placeOf: ({ rank, id }) => [rank, id], direction: 'DESC' });
}
