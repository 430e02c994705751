import { forWhoeverAsks, type LoaderDeclaration } from '../platform/graphql/loaders.js';
import { Contact } from './contact.entity.js';

const load: LoaderDeclaration<Contact> = async (ids, dataSource) => {
  const rows = await dataSource
    .getRepository(Contact)
    .createQueryBuilder('contact')
    .where('contact.id IN (SELECT unnest(ARRAY[id, merged_into_id]) FROM contacts WHERE id = ANY (:ids))', { ids })
    .getMany();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(rows.map((row) => [row.id, byId.get(row.mergedIntoId ?? row.id) ?? row]));
};

/** The contact of that key; of a merged one, the contact that stands for it. */
export const contactById = forWhoeverAsks(load);
