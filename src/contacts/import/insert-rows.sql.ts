import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/id.js';
import type { ReadRow } from './read-row.js';

const text = `
  INSERT INTO contact_import_rows (id, import_id, line, cells, errors)
  SELECT r.id, $1, r.line, r.cells, r.errors
  FROM unnest($2::uuid[], $3::integer[], $4::jsonb[], $5::jsonb[]) AS r (id, line, cells, errors)`;

/** Keeps the rows of a file, until their owner has decided. */
export async function insertRows(manager: EntityManager, importId: string, rows: readonly ReadRow[]): Promise<void> {
  await manager.query(text, [
    importId,
    rows.map(() => newId()),
    rows.map(({ line }) => line),
    rows.map(({ cells }) => JSON.stringify(cells)),
    rows.map(({ errors }) => JSON.stringify(errors)),
  ]);
}
