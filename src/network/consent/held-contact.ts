import { type EntityManager, In, IsNull } from 'typeorm';
import { Contact } from '../../contacts/contact.entity.js';
import { sameContact } from '../../contacts/same-human.sql.js';
import { hashToken } from '../../identity/session-token.js';
import { ContactLink } from './contact-link.entity.js';

/** Whom a link is for: the contact that stands for him today, and those that were merged into that one. */
export interface HeldContact {
  contact: Contact;
  duplicates: Contact[];
}

const familyText = `
  SELECT one.id FROM contacts c JOIN contacts one ON ${sameContact('c', 'one')} WHERE c.id = $1`;

/** The rows of one book that stand for a contact; null once he was erased. */
export async function heldContact(manager: EntityManager, contactId: string): Promise<HeldContact | null> {
  const family = await manager.query<{ id: string }[]>(familyText, [contactId]);
  const rows = await manager.find(Contact, {
    where: { id: In(family.map(({ id }) => id)), erasedAt: IsNull() },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  const contact = rows.find(({ mergedIntoId }) => mergedIntoId === null);
  return contact ? { contact, duplicates: rows.filter((row) => row !== contact) } : null;
}

export function idsOf({ contact, duplicates }: HeldContact): string[] {
  return [contact, ...duplicates].map(({ id }) => id);
}

/** The live link of a token; one that never was, has ended or was revoked is found nowhere, by one and the same look. */
export function findLiveLink(manager: EntityManager, token: string, now: Date): Promise<ContactLink | null> {
  return manager
    .createQueryBuilder(ContactLink, 'link')
    .where({ tokenHash: hashToken(token), revokedAt: IsNull() })
    .andWhere('link.expiresAt > :now', { now })
    .getOne();
}
