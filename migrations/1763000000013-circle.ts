import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Address books as they are used: how well one knows whom, words to find him by, consent that ends, erasure. */
export class Circle1763000000013 implements MigrationInterface {
  name = 'Circle1763000000013';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;

      CREATE FUNCTION plain_text(text text) RETURNS text
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN lower(public.unaccent('public.unaccent'::regdictionary, text));

      CREATE FUNCTION words_of(text text) RETURNS tsvector
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN to_tsvector('pg_catalog.dutch'::regconfig, plain_text(text))
          || to_tsvector('pg_catalog.english'::regconfig, plain_text(text));

      CREATE TYPE acquaintance_strength AS ENUM ('weak', 'familiar', 'strong');

      ALTER TABLE contacts
        ADD COLUMN profession text,
        ADD COLUMN place text,
        ADD COLUMN strength acquaintance_strength,
        ADD COLUMN last_spoken_on date,
        ADD COLUMN is_private boolean NOT NULL DEFAULT false,
        ADD COLUMN merged_into_id uuid CONSTRAINT contacts_merged_into_id_fkey REFERENCES contacts,
        ADD COLUMN erased_at timestamptz,
        ADD COLUMN search_text text GENERATED ALWAYS AS (
          plain_text(coalesce(role, '') || ' ' || coalesce(company, '') || ' ' || coalesce(profession, '') || ' '
            || coalesce(place, ''))
        ) STORED,
        ADD COLUMN words tsvector GENERATED ALWAYS AS (
          words_of(coalesce(role, '') || ' ' || coalesce(company, '') || ' ' || coalesce(profession, '') || ' '
            || coalesce(place, ''))
        ) STORED,
        ALTER COLUMN name DROP NOT NULL,
        DROP CONSTRAINT contacts_have_a_name,
        ADD CONSTRAINT contacts_have_a_name_until_erased CHECK (
          CASE WHEN erased_at IS NULL THEN name IS NOT NULL AND name <> ''
          ELSE num_nonnulls(name, company, role, email, phone, profession, place, strength, last_spoken_on) = 0 END
        ),
        ADD CONSTRAINT contacts_are_not_merged_into_themselves CHECK (merged_into_id <> id);
      CREATE INDEX contacts_merged_into_id_idx ON contacts (merged_into_id);

      ALTER TABLE introductions
        ALTER COLUMN consent_by_id DROP NOT NULL,
        ADD COLUMN consent_expires_at timestamptz,
        ADD COLUMN outcome_back boolean NOT NULL DEFAULT true;
      ALTER TABLE introductions
        ADD CONSTRAINT introductions_consent_ends_after_it_was_given CHECK (consent_expires_at > consent_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
