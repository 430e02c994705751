import type { Viewer } from '../identity/viewer.js';
import type { Contact } from './contact.entity.js';

/** An address book is its owner's alone. */
export function canChangeContact(viewer: Viewer, contact: Contact): boolean {
  return viewer.is(contact.ownerId);
}
