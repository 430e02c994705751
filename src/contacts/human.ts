import type { EntityManager } from 'typeorm';
import { sameContact, sameHuman } from './same-human.sql.js';

/** Somebody in a chain: a contact from an address book, or a person of the clubs. One of the two is null. */
export interface Party {
  contactId: string | null;
  personId: string | null;
}

/**
 * One human behind the rows that stand for him. Two contacts are the same human when they were merged, are identified as
 * the same person or share an e-mail address or a phone number; no chain of such likenesses is followed.
 */
export class Human {
  constructor(
    readonly contactIds: readonly string[],
    readonly personId: string | null,
  ) {}

  is(party: Party): boolean {
    if (party.contactId !== null) return this.contactIds.includes(party.contactId);
    return this.personId !== null && this.personId === party.personId;
  }
}

/** With the person he is known as: what one of merged contacts was identified as, the one that stands for it is too. */
const ofContact = `
  SELECT same.id, standing.person_id AS "personId"
  FROM contacts c
  JOIN contacts standing ON standing.id = coalesce(c.merged_into_id, c.id)
  JOIN contacts same ON ${sameHuman('c', 'same')}
  WHERE c.id = $1`;

const ofPerson = `
  SELECT DISTINCT same.id
  FROM contacts c
  JOIN contacts same ON ${sameContact('c', 'same')}
  WHERE c.person_id = $1`;

/** All rows that stand for the same human as the party. */
export async function humanOf(manager: EntityManager, { contactId, personId }: Party): Promise<Human> {
  if (contactId === null) {
    const rows = await manager.query<{ id: string }[]>(ofPerson, [personId]);
    return new Human(
      rows.map((row) => row.id),
      personId,
    );
  }
  const rows = await manager.query<{ id: string; personId: string | null }[]>(ofContact, [contactId]);
  return new Human(
    rows.map((row) => row.id),
    rows[0]?.personId ?? null,
  );
}
