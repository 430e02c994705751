import {
  badPage,
  type Connection,
  decodeCursor,
  encodeCursor,
  pageSize,
  toConnection,
} from '../../platform/graphql/connection.js';
import type { Customer } from './customer.js';
import type { CustomerCounts, CustomersArguments } from './customers.types.js';

/**
 * A page of customers by keyset: a cursor names a place, so that the next page goes on from there even when the one
 * who stood there has moved.
 * @param customers all of the seller's, in their order
 * @throws GraphQLError BAD_USER_INPUT for a cursor this list did not give or a page size out of range
 */
export function pageOfCustomers(
  customers: readonly Customer[],
  { stage, toAsk, ...page }: CustomersArguments,
): Connection<Customer> {
  const listed = customers.filter(
    (customer) => (stage === null || customer.stage === stage) && (toAsk === null || customer.toAsk === toAsk),
  );
  const following = page.after === null ? listed : listed.filter(isAfter(page.after));
  return toConnection(
    following.slice(0, pageSize(page) + 1),
    page,
    ({ place, key }) => encodeCursor(place, key),
    async () => listed.length,
  );
}

function isAfter(cursor: string): (customer: Customer) => boolean {
  const [place, key] = decodeCursor(cursor);
  if (typeof place !== 'number') throw badPage('after is not a cursor of this list.');
  return (customer) => customer.place > place || (customer.place === place && customer.key > key);
}

export function countsOf(customers: readonly Customer[]): CustomerCounts {
  const counts = { potential: 0, new: 0, loyal: 0, former: 0, toAsk: 0 };
  for (const { stage, toAsk } of customers) {
    counts[stage] += 1;
    if (toAsk) counts.toAsk += 1;
  }
  return counts;
}
