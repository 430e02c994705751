import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../identity/viewer.js';
import { Contact } from '../contact.entity.js';
import { inBookOf } from '../contacts.policy.js';
import type { RowDetails } from './row-details.js';

/** By what a contact of the book is known again. */
export interface KnownContacts {
  /** In small letters. */
  byEmail: Map<string, string>;
  byPhone: Map<string, string>;
}

/**
 * Reads the viewer's own book and no other, whole: what others have has no part in the answer, nor in how long it
 * takes.
 */
export async function knownContacts(manager: EntityManager, viewer: Viewer): Promise<KnownContacts> {
  const contacts = await manager
    .getRepository(Contact)
    .createQueryBuilder('contact')
    .select(['contact.id', 'contact.email', 'contact.phone'])
    .where(inBookOf(viewer))
    .orderBy('contact.id', 'DESC')
    .getMany();
  // Of several with the same the earliest is written last, and stays.
  return {
    byEmail: new Map(contacts.flatMap(({ id, email }) => (email === null ? [] : [[email.toLowerCase(), id]]))),
    byPhone: new Map(contacts.flatMap(({ id, phone }) => (phone === null ? [] : [[phone, id]]))),
  };
}

/** The contact who is there already with the same e-mail address, or else the same phone number; null without. */
export function duplicateOf({ email, phone }: RowDetails['details'], known: KnownContacts): string | null {
  const byEmail = email === null ? undefined : known.byEmail.get(email.toLowerCase());
  return byEmail ?? (phone === null ? undefined : known.byPhone.get(phone)) ?? null;
}
