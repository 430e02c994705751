import type { EntityManager } from 'typeorm';
import { contactDigest } from './contact-digest.sql.js';
import { isReferredTo } from './contact-references.sql.js';

/**
 * Removes the contacts of an import that are as it left them and that nothing refers to.
 * @returns how many went
 */
export async function removeImported(manager: EntityManager, importId: string): Promise<number> {
  // Whatever wants to refer to one of them has done so by now, and is seen; or waits, and finds him gone.
  await manager.query('SELECT FROM contacts WHERE import_id = $1 ORDER BY id FOR UPDATE', [importId]);
  const inUse = await isReferredTo(manager, 'gone');
  const [, removed] = await manager.query<[unknown, number]>(
    `DELETE FROM contacts gone USING contact_import_rows r
     WHERE gone.import_id = $1 AND r.import_id = $1 AND r.contact_id = gone.id
       AND r.contact_digest = ${contactDigest('gone')} AND NOT ${inUse}`,
    [importId],
  );
  return removed;
}
