import type { EntityManager } from 'typeorm';
import { contactDigest } from './contact-digest.sql.js';
import type { ContactImportRowKind } from './contact-import-row.entity.js';
import type { ContactImportField, RowError } from './import-field.js';

/** What became of a row. */
export interface SettledRow {
  id: string;
  kind: ContactImportRowKind;
  errors: RowError[];
  contactId: string | null;
  filled: ContactImportField[];
  /** Whether the contact was added or filled, so that undoing is about him. */
  touched: boolean;
}

/** The texts go; what they became stays, with a digest of each contact as the import leaves him. */
const text = `
  UPDATE contact_import_rows r
  SET cells = '[]', kind = became.kind, errors = became.errors, contact_id = became.contact_id,
    filled = string_to_array(became.filled, ','),
    contact_digest = (SELECT ${contactDigest('c')} FROM contacts c WHERE c.id = became.contact_id AND became.touched)
  FROM unnest(
    $1::uuid[], $2::contact_import_row_kind[], $3::jsonb[], $4::uuid[], $5::text[], $6::boolean[]
  ) AS became (id, kind, errors, contact_id, filled, touched)
  WHERE r.id = became.id`;

export async function settleRows(manager: EntityManager, rows: readonly SettledRow[]): Promise<void> {
  await manager.query(text, [
    rows.map(({ id }) => id),
    rows.map(({ kind }) => kind),
    rows.map(({ errors }) => JSON.stringify(errors)),
    rows.map(({ contactId }) => contactId),
    rows.map(({ filled }) => filled.join(',')),
    rows.map(({ touched }) => touched),
  ]);
}
