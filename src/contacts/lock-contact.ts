import { type EntityManager, IsNull } from 'typeorm';
import { Contact } from './contact.entity.js';

/** The contact, which nobody else changes or erases until the transaction ends; null once it was erased. */
export function lockContact(manager: EntityManager, id: string): Promise<Contact | null> {
  return manager.findOne(Contact, { where: { id, erasedAt: IsNull() }, lock: { mode: 'for_no_key_update' } });
}
