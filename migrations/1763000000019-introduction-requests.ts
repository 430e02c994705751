import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What one member asks of another: to introduce him to somebody. */
export class IntroductionRequests1763000000019 implements MigrationInterface {
  name = 'IntroductionRequests1763000000019';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TYPE introduction_request_progress AS ENUM (
        'asked', 'postponed', 'passed_on', 'accepted', 'introduced', 'declined', 'contact_refused', 'withdrawn', 'lapsed'
      );
      CREATE TABLE introduction_requests (
        id uuid CONSTRAINT introduction_requests_pkey PRIMARY KEY,
        requester_id uuid NOT NULL CONSTRAINT introduction_requests_requester_id_fkey REFERENCES persons,
        asking_id uuid NOT NULL CONSTRAINT introduction_requests_asking_id_fkey REFERENCES persons,
        asked_id uuid NOT NULL,
        club_id uuid NOT NULL,
        asked_membership_id uuid NOT NULL,
        parent_id uuid CONSTRAINT introduction_requests_parent_id_fkey REFERENCES introduction_requests,
        looking_for text NOT NULL,
        message text NOT NULL,
        asked_at timestamptz NOT NULL,
        lapses_at timestamptz NOT NULL,
        withdrawn_at timestamptz,
        introduced_at timestamptz,
        introduction_id uuid,
        progress introduction_request_progress NOT NULL,
        moved_at timestamptz NOT NULL,
        postponed_until date,
        note text,
        contact_id uuid CONSTRAINT introduction_requests_contact_id_fkey REFERENCES contacts,
        via_contact_id uuid CONSTRAINT introduction_requests_via_contact_id_fkey REFERENCES contacts,
        reminds_on date,
        reminds_again_on date,
        reminded_on date,
        CONSTRAINT introduction_requests_asked_by_his_seat FOREIGN KEY (asked_membership_id, club_id, asked_id)
          REFERENCES memberships (id, club_id, person_id),
        CONSTRAINT introduction_requests_introduction_serves_the_requester FOREIGN KEY (introduction_id, requester_id)
          REFERENCES introductions (id, beneficiary_id),
        CONSTRAINT introduction_requests_nobody_asks_himself CHECK (asked_id <> asking_id AND asked_id <> requester_id),
        CONSTRAINT introduction_requests_others_ask_by_passing_on CHECK ((asking_id = requester_id) = (parent_id IS NULL)),
        CONSTRAINT introduction_requests_look_for_something CHECK (looking_for <> '' AND message <> ''),
        CONSTRAINT introduction_requests_lapse_after_asking CHECK (lapses_at > asked_at),
        CONSTRAINT introduction_requests_via_is_another CHECK (via_contact_id <> contact_id),
        CONSTRAINT introduction_requests_remind_twice_in_order CHECK (
          reminds_again_on IS NULL OR (reminds_on IS NOT NULL AND reminds_again_on > reminds_on)
        ),
        CONSTRAINT introduction_requests_progress_is_dated CHECK (
          num_nonnulls(introduced_at, introduction_id) = CASE WHEN progress = 'introduced' THEN 2 ELSE 0 END
          AND (withdrawn_at IS NULL OR progress IN ('withdrawn', 'declined', 'contact_refused', 'lapsed'))
          AND (progress <> 'withdrawn' OR withdrawn_at IS NOT NULL)
          AND (progress <> 'postponed' OR postponed_until IS NOT NULL)
          AND (progress NOT IN ('accepted', 'contact_refused') OR contact_id IS NOT NULL)
        ),
        CONSTRAINT introduction_requests_asked_once_while_open EXCLUDE USING gist (
          asking_id WITH =, requester_id WITH =, asked_id WITH =, lower(looking_for) WITH =,
          tstzrange(asked_at, least(lapses_at, withdrawn_at, introduced_at)) WITH &&
        )
      );
      CREATE INDEX introduction_requests_requester_id_idx ON introduction_requests (requester_id);
      CREATE INDEX introduction_requests_asking_id_idx ON introduction_requests (asking_id, asked_at);
      CREATE INDEX introduction_requests_asked_id_idx ON introduction_requests (asked_id, asked_at);
      CREATE INDEX introduction_requests_asked_membership_id_idx
        ON introduction_requests (asked_membership_id, club_id, asked_id);
      CREATE INDEX introduction_requests_parent_id_idx ON introduction_requests (parent_id);
      CREATE INDEX introduction_requests_introduction_id_idx ON introduction_requests (introduction_id, requester_id);
      CREATE INDEX introduction_requests_contact_id_idx ON introduction_requests (contact_id);
      CREATE INDEX introduction_requests_via_contact_id_idx ON introduction_requests (via_contact_id);
      CREATE INDEX introduction_requests_reminds_on_idx ON introduction_requests (reminds_on) WHERE reminds_on IS NOT NULL;

      ALTER TABLE contact_links ADD CONSTRAINT contact_links_request_id_fkey
        FOREIGN KEY (request_id) REFERENCES introduction_requests;
    `);
  }

  /** Migrations only go forward; a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
