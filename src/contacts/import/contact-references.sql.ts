import type { EntityManager } from 'typeorm';

/** What an import knows of its own contacts is no use that somebody makes of them. */
const ownTable = 'contact_import_rows';

/** The catalogue knows who refers to contacts, also the tables of modules that this one knows nothing of. */
const text = `
  SELECT format('%s.%I', k.conrelid::regclass, a.attname) AS column, k.conrelid::regclass::text AS table
  FROM pg_constraint k
  CROSS JOIN LATERAL unnest(k.conkey, k.confkey) AS pair (own, other)
  JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = pair.own
  JOIN pg_attribute key ON key.attrelid = k.confrelid AND key.attnum = pair.other AND key.attname = 'id'
  WHERE k.contype = 'f' AND k.confrelid = 'contacts'::regclass
    AND k.conrelid <> '${ownTable}'::regclass
  ORDER BY 1`;

/**
 * The condition that something refers to a contact: an introduction, a deal, a visit, or a contact merged into him.
 * @param contact the alias of `contacts` in the statement around it, in which no table has its own name
 */
export async function isReferredTo(manager: EntityManager, contact: string): Promise<string> {
  const references = await manager.query<{ column: string; table: string }[]>(text);
  const each = references.map(({ column, table }) => `EXISTS (SELECT FROM ${table} WHERE ${column} = ${contact}.id)`);
  return `(${each.join(' OR ')})`;
}
