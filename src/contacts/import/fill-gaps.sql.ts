import type { EntityManager } from 'typeorm';
import { contactDigest } from './contact-digest.sql.js';
import { columnsOfContacts, type ImportedContact } from './insert-contacts.sql.js';

const gaps = ['company', 'role', 'email', 'phone', 'profession', 'place', 'strength', 'last_spoken_on'];

const fillText = `
  UPDATE contacts c SET ${gaps.map((column) => `${column} = coalesce(c.${column}, new.${column})`).join(', ')}
  FROM unnest(
    $1::uuid[], $2::text[], $3::text[], $4::text[], $5::citext[], $6::text[], $7::text[], $8::text[],
    $9::acquaintance_strength[], $10::date[]
  ) AS new (id, name, company, role, email, phone, profession, place, strength, last_spoken_on)
  WHERE c.id = new.id`;

/** Writes into contacts what they have not; what they have stays. Each contact stands once in the list. */
export async function fillGaps(manager: EntityManager, contacts: readonly ImportedContact[]): Promise<void> {
  if (contacts.length > 0) await manager.query(fillText, columnsOfContacts(contacts));
}

/** Empties again what an import filled, of contacts nobody has touched since. */
const emptyText = `
  WITH filled AS (
    SELECT r.contact_id, array_agg(DISTINCT field) AS fields, (array_agg(r.contact_digest))[1] AS digest
    FROM contact_import_rows r, unnest(r.filled) AS field
    WHERE r.import_id = $1
    GROUP BY r.contact_id
  ), emptied AS (
    UPDATE contacts c
    SET ${gaps.map((column) => `${column} = CASE WHEN '${column}' = ANY (f.fields) THEN NULL ELSE c.${column} END`).join(', ')}
    FROM filled f
    WHERE c.id = f.contact_id AND ${contactDigest('c')} = f.digest
    RETURNING c.id
  )
  UPDATE contact_import_rows r SET filled = '{}', contact_digest = NULL
  FROM emptied WHERE r.import_id = $1 AND r.contact_id = emptied.id`;

export async function emptyFilledGaps(manager: EntityManager, importId: string): Promise<void> {
  await manager.query(emptyText, [importId]);
}
