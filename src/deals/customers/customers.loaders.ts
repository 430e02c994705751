import type { EntityManager } from 'typeorm';
import { accessOf } from '../../contacts/contact-access.js';
import type { Viewer } from '../../identity/viewer.js';
import type { LoaderDeclaration } from '../../platform/graphql/loaders.js';
import type { Customer } from './customer.js';
import { customerFacts } from './customer-facts.sql.js';
import { deriveCustomers } from './derive-customers.js';

type Seller = Pick<Viewer, 'personId' | 'asOf'>;

/**
 * All customers of a seller, those to act on first: two statements, bounded by his own deals and by the introductions
 * that served him.
 */
export async function customersOf(manager: EntityManager, seller: Seller): Promise<Customer[]> {
  const facts = await customerFacts(manager, seller.personId, seller.asOf);
  const contactIds = facts.contacts.map(({ id }) => id);
  const access = await accessOf(manager, contactIds, seller);
  return deriveCustomers(facts, new Set(contactIds.filter((id) => access.get(id) === 'details')));
}

/** The key under which `customersBySeller` loads. */
export function sellerKey({ personId, asOf }: Seller): string {
  return `${personId} ${asOf.toISOString()}`;
}

/** The customers of a seller, by `sellerKey`: read once in a request, of which all keys are one. */
export const customersBySeller: LoaderDeclaration<Customer[]> = async (keys, dataSource) => {
  const customers = new Map<string, Customer[]>();
  for (const key of keys) {
    const [personId = '', asOf = ''] = key.split(' ');
    customers.set(key, await customersOf(dataSource.manager, { personId, asOf: new Date(asOf) }));
  }
  return customers;
};
