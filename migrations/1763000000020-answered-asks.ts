import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Asks matched with one's own contacts: the words and their stems, what was answered, and what does not fit. */
export class AnsweredAsks1763000000020 implements MigrationInterface {
  name = 'AnsweredAsks1763000000020';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Cut at blanks and marks, which are named one by one, so that no locale decides what a letter is.
      CREATE FUNCTION words_in(text text) RETURNS text[]
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN array_remove(regexp_split_to_array(text, '[\\s!-/:-@[-\`{-~\\u00a0-\\u00bf\\u2000-\\u206f]+'), '');

      -- The Dutch stem first. Dutch writes ziekenhuis and ziekenhuizen, notaris and notarissen: a stem ends alike.
      CREATE FUNCTION stems_of(word text) RETURNS text[]
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN ARRAY(
          SELECT CASE
            WHEN right(stem, 1) = left(right(stem, 2), 1) AND length(stem) > 2 THEN left(stem, -1)
            WHEN stem LIKE '%z' THEN left(stem, -1) || 's'
            WHEN stem LIKE '%v' THEN left(stem, -1) || 'f'
            ELSE stem END
          FROM unnest(
            ts_lexize('pg_catalog.dutch_stem'::regdictionary, plain_text(word))
              || ts_lexize('pg_catalog.english_stem'::regdictionary, plain_text(word))
          ) stem
        );

      CREATE TABLE answered_asks (
        referral_id uuid NOT NULL CONSTRAINT answered_asks_referral_id_fkey REFERENCES referrals,
        presentation_id uuid NOT NULL CONSTRAINT answered_asks_presentation_id_fkey REFERENCES presentations,
        contact_id uuid NOT NULL CONSTRAINT answered_asks_contact_id_fkey REFERENCES contacts,
        CONSTRAINT answered_asks_pkey PRIMARY KEY (referral_id),
        CONSTRAINT answered_asks_take_a_contact_once UNIQUE (presentation_id, contact_id)
      );
      CREATE INDEX answered_asks_contact_id_idx ON answered_asks (contact_id);

      CREATE TABLE dismissed_matches (
        presentation_id uuid NOT NULL CONSTRAINT dismissed_matches_presentation_id_fkey REFERENCES presentations,
        contact_id uuid NOT NULL CONSTRAINT dismissed_matches_contact_id_fkey REFERENCES contacts,
        dismissed_at timestamptz NOT NULL,
        CONSTRAINT dismissed_matches_pkey PRIMARY KEY (presentation_id, contact_id)
      );
      CREATE INDEX dismissed_matches_contact_id_idx ON dismissed_matches (contact_id);
    `);
  }

  /** Migrations only go forward; a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
