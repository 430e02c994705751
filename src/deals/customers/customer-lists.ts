import type { Connection } from '../../platform/graphql/connection.js';
import { pageByPlace } from '../../platform/graphql/list-page.js';
import type { Customer } from './customer.js';
import type { CustomerCounts, CustomersArguments } from './customers.types.js';

/**
 * A page of those customers who are asked for.
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
  return pageByPlace(listed, page, { placeOf: ({ place, key }) => [place, key], direction: 'ASC' });
}

export function countsOf(customers: readonly Customer[]): CustomerCounts {
  const counts = { potential: 0, new: 0, loyal: 0, former: 0, toAsk: 0 };
  for (const { stage, toAsk } of customers) {
    counts[stage] += 1;
    if (toAsk) counts.toAsk += 1;
  }
  return counts;
}
