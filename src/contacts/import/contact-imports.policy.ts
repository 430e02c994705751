import type { FindOptionsWhere } from 'typeorm';
import type { Viewer } from '../../identity/viewer.js';
import type { ContactImport } from './contact-import.entity.js';

/** What somebody brought along is his alone: to all others there is no such import. */
export function importsOf(viewer: Viewer): FindOptionsWhere<ContactImport> {
  return { ownerId: viewer.personId };
}
