import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Address books from files: what was uploaded, what became of each row, and which contacts came by it. */
export class ContactImports1763000000014 implements MigrationInterface {
  name = 'ContactImports1763000000014';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TYPE contact_import_format AS ENUM ('csv', 'vcard');
      CREATE TYPE contact_import_state AS ENUM ('uploaded', 'applied', 'undone', 'discarded');
      CREATE TYPE contact_import_row_kind AS ENUM ('new', 'duplicate', 'refused');

      CREATE TABLE contact_imports (
        id uuid CONSTRAINT contact_imports_pkey PRIMARY KEY,
        owner_id uuid NOT NULL CONSTRAINT contact_imports_owner_id_fkey REFERENCES persons,
        format contact_import_format NOT NULL,
        state contact_import_state NOT NULL,
        headings text[] NOT NULL,
        row_count integer NOT NULL,
        created_at timestamptz NOT NULL,
        applied_at timestamptz,
        undone_at timestamptz,
        CONSTRAINT contact_imports_have_ten_thousand_rows_at_most CHECK (row_count BETWEEN 1 AND 10000),
        CONSTRAINT contact_imports_state_is_dated CHECK (
          (applied_at IS NOT NULL) = (state IN ('applied', 'undone')) AND (undone_at IS NOT NULL) = (state = 'undone')
        ),
        CONSTRAINT contact_imports_headings_go_with_the_rows CHECK (state = 'uploaded' OR headings = '{}')
      );
      CREATE INDEX contact_imports_owner_id_idx ON contact_imports (owner_id, created_at);

      CREATE TABLE contact_import_rows (
        id uuid CONSTRAINT contact_import_rows_pkey PRIMARY KEY,
        import_id uuid NOT NULL CONSTRAINT contact_import_rows_import_id_fkey REFERENCES contact_imports,
        line integer NOT NULL,
        cells jsonb NOT NULL,
        errors jsonb NOT NULL,
        kind contact_import_row_kind,
        contact_id uuid CONSTRAINT contact_import_rows_contact_id_fkey REFERENCES contacts ON DELETE SET NULL,
        filled text[] NOT NULL DEFAULT '{}',
        contact_digest bytea,
        CONSTRAINT contact_import_rows_are_judged_without_their_cells CHECK (kind IS NULL OR cells = '[]'),
        CONSTRAINT contact_import_rows_with_errors_are_refused CHECK (
          kind IS NULL OR (kind = 'refused') = (errors <> '[]')
        )
      );
      CREATE INDEX contact_import_rows_import_id_idx ON contact_import_rows (import_id, line);
      CREATE INDEX contact_import_rows_contact_id_idx ON contact_import_rows (contact_id, import_id);

      ALTER TABLE contacts
        ADD COLUMN import_id uuid CONSTRAINT contacts_import_id_fkey REFERENCES contact_imports;
      CREATE INDEX contacts_import_id_idx ON contacts (import_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
