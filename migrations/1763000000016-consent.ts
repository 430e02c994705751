import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was said of each consent and by whom, and the addresses at which contacts answer for themselves. */
export class Consent1763000000016 implements MigrationInterface {
  name = 'Consent1763000000016';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE contact_links (
        id uuid CONSTRAINT contact_links_pkey PRIMARY KEY,
        contact_id uuid NOT NULL CONSTRAINT contact_links_contact_id_fkey REFERENCES contacts,
        introduction_id uuid CONSTRAINT contact_links_introduction_id_fkey REFERENCES introductions,
        request_id uuid,
        created_by_id uuid NOT NULL CONSTRAINT contact_links_created_by_id_fkey REFERENCES persons,
        token_hash bytea NOT NULL CONSTRAINT contact_links_token_is_unique UNIQUE,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        answered_at timestamptz,
        revoked_at timestamptz,
        CONSTRAINT contact_links_ask_one_thing CHECK (num_nonnulls(introduction_id, request_id) <= 1),
        CONSTRAINT contact_links_end_after_they_were_made CHECK (expires_at > created_at)
      );
      CREATE INDEX contact_links_contact_id_idx ON contact_links (contact_id);
      CREATE INDEX contact_links_introduction_id_idx ON contact_links (introduction_id);
      CREATE INDEX contact_links_request_id_idx ON contact_links (request_id);
      CREATE INDEX contact_links_created_by_id_idx ON contact_links (created_by_id);

      CREATE TYPE consent_kind AS ENUM ('stated', 'agreed', 'declined', 'withdrawn');
      CREATE TYPE withdrawal_reason AS ENUM ('contact_asked', 'no_longer_needed', 'stated_in_error');

      CREATE TABLE consents (
        id uuid CONSTRAINT consents_pkey PRIMARY KEY,
        introduction_id uuid NOT NULL CONSTRAINT consents_introduction_id_fkey REFERENCES introductions,
        kind consent_kind NOT NULL,
        basis consent_basis NOT NULL,
        text_version text,
        details_forward boolean NOT NULL,
        outcome_back boolean NOT NULL,
        stated_by_id uuid CONSTRAINT consents_stated_by_id_fkey REFERENCES persons,
        link_id uuid CONSTRAINT consents_link_id_fkey REFERENCES contact_links,
        reason withdrawal_reason,
        stated_at timestamptz NOT NULL,
        expires_at timestamptz,
        CONSTRAINT consents_contact_speaks_by_his_link CHECK ((stated_by_id IS NULL) = (link_id IS NOT NULL)),
        CONSTRAINT consents_are_stated_by_members_and_answered_by_contacts CHECK (
          CASE kind WHEN 'stated' THEN stated_by_id IS NOT NULL WHEN 'withdrawn' THEN true ELSE stated_by_id IS NULL END
        ),
        CONSTRAINT consents_agreeing_is_to_a_wording CHECK ((kind = 'agreed') = (text_version IS NOT NULL)),
        CONSTRAINT consents_details_go_forward_on_a_basis CHECK (details_forward = (basis <> 'none_yet')),
        CONSTRAINT consents_saying_no_leaves_no_basis CHECK (
          kind NOT IN ('declined', 'withdrawn') OR basis = 'none_yet'
        ),
        CONSTRAINT consents_only_withdrawing_has_a_reason CHECK (reason IS NULL OR kind = 'withdrawn'),
        CONSTRAINT consents_end_after_they_were_stated CHECK (expires_at > stated_at)
      );
      CREATE INDEX consents_introduction_id_idx ON consents (introduction_id, stated_at, id);
      CREATE INDEX consents_stated_by_id_idx ON consents (stated_by_id);
      CREATE INDEX consents_link_id_idx ON consents (link_id);
      CREATE TRIGGER consents_are_append_only BEFORE UPDATE OR DELETE ON consents
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();

      INSERT INTO consents (id, introduction_id, kind, basis, details_forward, outcome_back, stated_by_id, stated_at, expires_at)
      SELECT gen_random_uuid(), id, 'stated', consent_basis, consent_basis <> 'none_yet', outcome_back,
        coalesce(consent_by_id, recorded_by_id), consent_at, consent_expires_at
      FROM introductions;

      ALTER TABLE visitors ADD earlier_visits smallint;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
