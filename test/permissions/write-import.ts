import type { Parts, Row, Scribe } from './scribe.js';

const uploaded = '2026-03-01T09:00:00Z';

/** An address book that `self` brought along and that waits, and one that he has applied. */
export async function writeImport(scribe: Scribe, { self }: Parts): Promise<void> {
  const bring = (name: string, row: Row) =>
    scribe.write(name, 'contact_imports', {
      owner_id: self.personId,
      format: 'csv',
      row_count: 1,
      created_at: uploaded,
      ...row,
    });
  const uploadId = await bring('upload', {
    state: 'uploaded',
    headings: [scribe.say('contact_imports.headings', 'upload'), 'Name'],
  });
  await scribe.write('uploadRow', 'contact_import_rows', {
    import_id: uploadId,
    line: 2,
    cells: JSON.stringify(['', scribe.say('contact_import_rows.cells', 'upload')]),
    errors: '[]',
  });
  const importId = await bring('import', { state: 'applied', headings: [], applied_at: uploaded });
  const contactId = await scribe.write('imported', 'contacts', {
    owner_id: self.personId,
    name: 'Imported',
    import_id: importId,
    created_at: uploaded,
  });
  await scribe.write('importRow', 'contact_import_rows', {
    import_id: importId,
    line: 2,
    cells: '[]',
    errors: '[]',
    kind: 'new',
    contact_id: contactId,
    contact_digest: Buffer.from('of another state'),
  });
}
