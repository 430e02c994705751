import type { EntityManager } from 'typeorm';

/** @param which a condition on `contact_imports` */
function forget(which: string): string {
  return `
    WITH forgotten AS (
      UPDATE contact_imports SET state = 'discarded', headings = '{}'
      WHERE state = 'uploaded' AND ${which}
      RETURNING id
    )
    DELETE FROM contact_import_rows r USING forgotten f WHERE r.import_id = f.id`;
}

/** For a daily job: discards what was uploaded before the instant and still waits. What was applied stays. */
export async function forgetOldUploads(manager: EntityManager, before: Date): Promise<void> {
  await manager.query(forget('created_at < $1'), [before]);
}

/**
 * For a daily job: deletes what became of each row of imports applied before the instant, at least `undoDays` ago.
 * With it goes what undoing needs.
 */
export async function forgetOldImports(manager: EntityManager, appliedBefore: Date): Promise<void> {
  await manager.query(
    'DELETE FROM contact_import_rows r USING contact_imports i WHERE r.import_id = i.id AND i.applied_at < $1',
    [appliedBefore],
  );
}

/** Keeps the latest of the uploads of somebody that wait, so many; discards the others. */
export async function keepLatestUploads(manager: EntityManager, ownerId: string, count: number): Promise<void> {
  const latest = `
    SELECT id FROM contact_imports WHERE owner_id = $1 AND state = 'uploaded' ORDER BY created_at DESC, id DESC LIMIT $2`;
  await manager.query(forget(`owner_id = $1 AND id NOT IN (${latest})`), [ownerId, count]);
}
