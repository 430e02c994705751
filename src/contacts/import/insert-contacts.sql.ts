import type { EntityManager } from 'typeorm';
import type { RowDetails } from './row-details.js';

/** A contact that is to stand in an address book, under a key of its own. */
export interface ImportedContact {
  id: string;
  details: RowDetails['details'];
}

const text = `
  INSERT INTO contacts (
    id, owner_id, import_id, created_at, is_private,
    name, company, role, email, phone, profession, place, strength, last_spoken_on
  )
  SELECT new.id, $1, $2, $3, false,
    new.name, new.company, new.role, new.email, new.phone, new.profession, new.place, new.strength, new.last_spoken_on
  FROM unnest(
    $4::uuid[], $5::text[], $6::text[], $7::text[], $8::citext[], $9::text[], $10::text[], $11::text[],
    $12::acquaintance_strength[], $13::date[]
  ) AS new (id, name, company, role, email, phone, profession, place, strength, last_spoken_on)`;

/** Adds all of them to the owner's address book, as those of one import. */
export async function insertContacts(
  manager: EntityManager,
  { ownerId, importId, now }: { ownerId: string; importId: string; now: Date },
  contacts: readonly ImportedContact[],
): Promise<void> {
  if (contacts.length === 0) return;
  await manager.query(text, [ownerId, importId, now, ...columnsOfContacts(contacts)]);
}

/** One array for each column, as `unnest` takes them: keys, then details. */
export function columnsOfContacts(contacts: readonly ImportedContact[]): unknown[][] {
  const properties = [
    ...(['name', 'company', 'role', 'email', 'phone'] as const),
    ...(['profession', 'place', 'strength', 'lastSpokenOn'] as const),
  ];
  return [
    contacts.map(({ id }) => id),
    ...properties.map((property) => contacts.map(({ details }) => details[property])),
  ];
}
