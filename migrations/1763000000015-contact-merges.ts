import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two contacts of one book that are one human are merged, and what was is kept; of others it is kept that they are two. */
export class ContactMerges1763000000015 implements MigrationInterface {
  name = 'ContactMerges1763000000015';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE contacts
        ADD CONSTRAINT contacts_are_of_their_owner UNIQUE (id, owner_id),
        DROP CONSTRAINT contacts_merged_into_id_fkey,
        ADD CONSTRAINT contacts_are_merged_within_one_book FOREIGN KEY (merged_into_id, owner_id)
          REFERENCES contacts (id, owner_id);
      DROP INDEX contacts_merged_into_id_idx;
      CREATE INDEX contacts_merged_into_idx ON contacts (merged_into_id, owner_id);

      CREATE TABLE contact_merges (
        id uuid CONSTRAINT contact_merges_pkey PRIMARY KEY,
        owner_id uuid NOT NULL CONSTRAINT contact_merges_owner_id_fkey REFERENCES persons,
        kept_id uuid NOT NULL,
        merged_id uuid NOT NULL,
        kept_before jsonb,
        merged_at timestamptz NOT NULL,
        CONSTRAINT contact_merges_kept_is_of_the_owner FOREIGN KEY (kept_id, owner_id)
          REFERENCES contacts (id, owner_id),
        CONSTRAINT contact_merges_merged_is_of_the_owner FOREIGN KEY (merged_id, owner_id)
          REFERENCES contacts (id, owner_id),
        CONSTRAINT contact_merges_are_of_two CHECK (kept_id <> merged_id)
      );
      CREATE INDEX contact_merges_owner_id_idx ON contact_merges (owner_id);
      CREATE INDEX contact_merges_kept_idx ON contact_merges (kept_id, owner_id);
      CREATE UNIQUE INDEX contact_merges_merged_once ON contact_merges (merged_id, owner_id);
      CREATE TRIGGER contact_merges_are_never_deleted BEFORE DELETE ON contact_merges
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
      CREATE TRIGGER contact_merges_only_lose_what_was_erased BEFORE UPDATE ON contact_merges
        FOR EACH ROW WHEN (
          NEW.kept_before IS NOT NULL
          OR (NEW.id, NEW.owner_id, NEW.kept_id, NEW.merged_id, NEW.merged_at)
            IS DISTINCT FROM (OLD.id, OLD.owner_id, OLD.kept_id, OLD.merged_id, OLD.merged_at)
        ) EXECUTE FUNCTION refuse_rewriting_the_past();

      CREATE FUNCTION forget_merges_of_the_erased() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE contact_merges SET kept_before = NULL WHERE kept_id = NEW.id AND kept_before IS NOT NULL;
        RETURN NEW;
      END $$;
      CREATE TRIGGER contacts_erased_are_forgotten_in_merges AFTER UPDATE OF erased_at ON contacts
        FOR EACH ROW WHEN (NEW.erased_at IS NOT NULL AND OLD.erased_at IS NULL)
        EXECUTE FUNCTION forget_merges_of_the_erased();

      CREATE TABLE dismissed_duplicates (
        first_id uuid NOT NULL,
        second_id uuid NOT NULL,
        owner_id uuid NOT NULL CONSTRAINT dismissed_duplicates_owner_id_fkey REFERENCES persons,
        dismissed_at timestamptz NOT NULL,
        CONSTRAINT dismissed_duplicates_pkey PRIMARY KEY (first_id, second_id),
        CONSTRAINT dismissed_duplicates_first_is_of_the_owner FOREIGN KEY (first_id, owner_id)
          REFERENCES contacts (id, owner_id),
        CONSTRAINT dismissed_duplicates_second_is_of_the_owner FOREIGN KEY (second_id, owner_id)
          REFERENCES contacts (id, owner_id),
        CONSTRAINT dismissed_duplicates_are_two_in_order CHECK (first_id < second_id)
      );
      CREATE INDEX dismissed_duplicates_owner_id_idx ON dismissed_duplicates (owner_id);
      CREATE INDEX dismissed_duplicates_first_idx ON dismissed_duplicates (first_id, owner_id);
      CREATE INDEX dismissed_duplicates_second_idx ON dismissed_duplicates (second_id, owner_id);
    `);
  }

  /** Migrations only go forward; a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
