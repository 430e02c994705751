import { forWhoeverAsks, type LoaderDeclaration } from '../platform/graphql/loaders.js';
import { rowsByIds } from '../platform/rows.js';
import { Contact } from './contact.entity.js';

const rowsOf = rowsByIds(Contact);

const load: LoaderDeclaration<Contact> = async (ids, dataSource) => {
  const rows = await rowsOf(ids, dataSource);
  const standing = rows.flatMap(({ mergedIntoId }) => mergedIntoId ?? []);
  const merged = standing.length > 0 ? await rowsOf(standing, dataSource) : [];
  const byId = new Map(merged.map((row) => [row.id, row]));
  return new Map(rows.map((row) => [row.id, byId.get(row.mergedIntoId ?? '') ?? row]));
};

/** The contact of that key; of a merged one, the contact that stands for it. */
export const contactById = forWhoeverAsks(load);
