import type { EntityManager } from 'typeorm';
import { sameHuman } from './same-human.sql.js';

/** Somebody in a chain: a contact from an address book, or a person of the clubs. One of the two is null. */
export interface Party {
  contactId: string | null;
  personId: string | null;
}

/**
 * One human behind the rows that stand for him. Two contacts are the same human when they are identified as the
 * same person or share an e-mail address or a phone number; no chain of such likenesses is followed.
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

const text = `
  SELECT same.id, c.person_id AS "personId"
  FROM contacts c
  JOIN contacts same ON ${sameHuman('c', 'same')}
  WHERE c.id = $1`;

/** All rows that stand for the same human as the party. */
export async function humanOf(manager: EntityManager, party: Party): Promise<Human> {
  if (party.contactId === null) {
    const rows = await manager.query<{ id: string }[]>('SELECT id FROM contacts WHERE person_id = $1', [
      party.personId,
    ]);
    return new Human(
      rows.map((row) => row.id),
      party.personId,
    );
  }
  const rows = await manager.query<{ id: string; personId: string | null }[]>(text, [party.contactId]);
  return new Human(
    rows.map((row) => row.id),
    rows[0]?.personId ?? null,
  );
}
