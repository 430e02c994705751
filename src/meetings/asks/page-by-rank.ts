import {
  type Connection,
  decodeCursor,
  encodeCursor,
  type PageArguments,
  pageSize,
  toConnection,
} from '../../platform/graphql/connection.js';

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
  const rest = page.after === null ? list : after(list, page.after);
  return toConnection(
    rest.slice(0, pageSize(page) + 1),
    page,
    ({ rank, id }) => encodeCursor(rank, id),
    async () => list.length,
  );
}

function after<T extends Ranked>(list: readonly T[], cursor: string): T[] {
  const [rank, id] = decodeCursor(cursor);
  return list.filter((entry) => entry.rank < Number(rank) || (entry.rank === rank && entry.id < id));
}
