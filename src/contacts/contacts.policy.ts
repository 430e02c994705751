import { type FindOptionsWhere, IsNull } from 'typeorm';
import type { Viewer } from '../identity/viewer.js';
import type { Contact } from './contact.entity.js';

/** An address book is its owner's alone. */
export function canChangeContact(viewer: Viewer, contact: Contact): boolean {
  return viewer.is(contact.ownerId);
}

/** What stands in his address book today: neither merged into another contact nor erased. */
export function inBookOf(viewer: Viewer): FindOptionsWhere<Contact> {
  return { ownerId: viewer.personId, mergedIntoId: IsNull(), erasedAt: IsNull() };
}
