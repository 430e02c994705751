import type { EntityManager } from 'typeorm';

/**
 * What another row shares with a contact goes with the contact's details. That both stood for one human stays, without
 * saying whom: otherwise his second visit would become a first one, and reports of the past would change.
 */
const keepLikenesses = `
  WITH erased AS (SELECT id, email, phone FROM contacts WHERE id = ANY ($1) OR merged_into_id = ANY ($1)),
  pairs AS (
    SELECT erased.id, other.id AS other_id
    FROM erased JOIN contacts other ON other.email = erased.email OR other.phone = erased.phone
    WHERE other.id <> erased.id
  )
  INSERT INTO likenesses (contact_id, other_id)
  SELECT id, other_id FROM pairs UNION SELECT other_id, id FROM pairs
  ON CONFLICT DO NOTHING`;

const erase = `
  UPDATE contacts SET name = NULL, company = NULL, role = NULL, email = NULL, phone = NULL, profession = NULL,
    place = NULL, strength = NULL, last_spoken_on = NULL, erased_at = $2
  WHERE (id = ANY ($1) OR merged_into_id = ANY ($1)) AND erased_at IS NULL`;

/** Erases the details of contacts, and of those that were merged into them. Sums and the shape of chains stay. */
export async function eraseContacts(manager: EntityManager, contactIds: string[], now: Date): Promise<void> {
  await manager.query(keepLikenesses, [contactIds]);
  await manager.query(erase, [contactIds, now]);
}

export function eraseContact(manager: EntityManager, contactId: string, now: Date): Promise<void> {
  return eraseContacts(manager, [contactId], now);
}
