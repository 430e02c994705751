import type { EntityManager } from 'typeorm';
import type { Viewer } from '../identity/viewer.js';
import { authorise, found } from '../platform/graphql/errors.js';
import { Contact } from './contact.entity.js';
import { findVisibleContact } from './contact-access.js';
import { canChangeContact } from './contacts.policy.js';

/**
 * One of the viewer's own address book; who names a merged one means the one that stands for it.
 * @throws DomainError NOT_FOUND for one he sees nothing of, and for an erased one
 * @throws NotAllowed for one of somebody else
 */
export async function findOwnContact(
  manager: EntityManager,
  viewer: Viewer,
  { id, field }: { id: string; field: string },
): Promise<Contact> {
  const contact = found((await findVisibleContact(manager, viewer, id))?.contact, 'contact', field);
  authorise(canChangeContact(viewer, contact));
  return found(contact.erasedAt === null ? contact : null, 'contact', field);
}

/**
 * The contact as it is now, until the act is done; if it was merged meanwhile, the one that stands for it. Null once it
 * was erased, or has gone with the import it came by.
 */
export async function holdContact(manager: EntityManager, id: string): Promise<Contact | null> {
  const contact = await manager.findOne(Contact, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (contact?.mergedIntoId) return holdContact(manager, contact.mergedIntoId);
  return contact?.erasedAt === null ? contact : null;
}

/** The contact of somebody's book that has the key or the address, itself or by one that was merged into it. */
export function findInBook(
  manager: EntityManager,
  ownerId: string,
  by: { id: string } | { email: string },
): Promise<Contact | null> {
  const known = 'id' in by ? 'id = :id' : 'email = :email';
  return manager
    .createQueryBuilder(Contact, 'contact')
    .where(`contact.id IN (SELECT coalesce(merged_into_id, id) FROM contacts WHERE owner_id = :ownerId AND ${known})`)
    .andWhere('contact.erasedAt IS NULL')
    .setParameters({ ownerId, ...by })
    .orderBy('contact.createdAt')
    .addOrderBy('contact.id')
    .getOne();
}
