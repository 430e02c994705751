import type { EntityManager } from 'typeorm';
import { newId } from '../platform/id.js';
import { insert } from '../platform/insert.js';
import { Contact } from './contact.entity.js';

/** What an owner writes down of a contact. */
export type ContactDetails = Pick<
  Contact,
  'company' | 'role' | 'email' | 'phone' | 'profession' | 'place' | 'strength' | 'lastSpokenOn' | 'isPrivate'
> & { name: string };

/** Adds a contact to somebody's address book; what the details leave out is not known. */
export function addToBook(
  manager: EntityManager,
  book: { ownerId: string; now: Date },
  details: Partial<ContactDetails> & { name: string },
): Promise<Contact> {
  return insert(manager, Contact, {
    company: null,
    role: null,
    email: null,
    phone: null,
    profession: null,
    place: null,
    strength: null,
    lastSpokenOn: null,
    isPrivate: false,
    ...details,
    id: newId(),
    ownerId: book.ownerId,
    personId: null,
    mergedIntoId: null,
    erasedAt: null,
    importId: null,
    createdAt: book.now,
  });
}
