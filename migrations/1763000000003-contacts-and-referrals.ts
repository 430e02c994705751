import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contacts, introductions with their derived degree and root, referrals with dated moves. */
export class ContactsAndReferrals1763000000003 implements MigrationInterface {
  name = 'ContactsAndReferrals1763000000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE contacts (
        id uuid CONSTRAINT contacts_pkey PRIMARY KEY,
        owner_id uuid NOT NULL CONSTRAINT contacts_owner_id_fkey REFERENCES persons,
        person_id uuid CONSTRAINT contacts_person_id_fkey REFERENCES persons,
        name text NOT NULL,
        company text,
        role text,
        email citext,
        phone text,
        created_at timestamptz NOT NULL,
        CONSTRAINT contacts_have_a_name CHECK (name <> ''),
        CONSTRAINT contacts_owner_is_not_the_contact CHECK (person_id <> owner_id)
      );
      CREATE INDEX contacts_owner_id_idx ON contacts (owner_id, name);
      CREATE INDEX contacts_person_id_idx ON contacts (person_id);
      CREATE INDEX contacts_email_idx ON contacts (email);
      CREATE INDEX contacts_phone_idx ON contacts (phone);

      CREATE TYPE consent_basis AS ENUM ('asked_and_agreed', 'existing_request', 'public_business_details', 'none_yet');
      CREATE TABLE introductions (
        id uuid CONSTRAINT introductions_pkey PRIMARY KEY,
        beneficiary_id uuid NOT NULL CONSTRAINT introductions_beneficiary_id_fkey REFERENCES persons,
        introduced_contact_id uuid CONSTRAINT introductions_introduced_contact_id_fkey REFERENCES contacts,
        introduced_person_id uuid CONSTRAINT introductions_introduced_person_id_fkey REFERENCES persons,
        introducer_id uuid CONSTRAINT introductions_introducer_id_fkey REFERENCES persons,
        introducer_contact_id uuid CONSTRAINT introductions_introducer_contact_id_fkey REFERENCES contacts,
        asker_id uuid CONSTRAINT introductions_asker_id_fkey REFERENCES persons,
        parent_id uuid,
        root_id uuid NOT NULL CONSTRAINT introductions_root_id_fkey REFERENCES persons,
        degree smallint NOT NULL,
        happened_on date NOT NULL,
        accepted_at timestamptz,
        recorded_by_id uuid NOT NULL CONSTRAINT introductions_recorded_by_id_fkey REFERENCES persons,
        recorded_at timestamptz NOT NULL,
        consent_basis consent_basis NOT NULL,
        consent_by_id uuid NOT NULL CONSTRAINT introductions_consent_by_id_fkey REFERENCES persons,
        consent_at timestamptz NOT NULL,
        CONSTRAINT introductions_id_beneficiary_id_key UNIQUE (id, beneficiary_id),
        CONSTRAINT introductions_parent_serves_the_same_beneficiary FOREIGN KEY (parent_id, beneficiary_id)
          REFERENCES introductions (id, beneficiary_id),
        CONSTRAINT introductions_introduce_one_party CHECK (num_nonnulls(introduced_contact_id, introduced_person_id) = 1),
        CONSTRAINT introductions_have_one_introducer CHECK (num_nonnulls(introducer_id, introducer_contact_id) = 1),
        CONSTRAINT introductions_contact_was_introduced_or_asked CHECK (
          introducer_contact_id IS NULL OR num_nonnulls(parent_id, asker_id) = 1
        ),
        CONSTRAINT introductions_only_a_contact_is_asked CHECK (asker_id IS NULL OR introducer_contact_id IS NOT NULL),
        CONSTRAINT introductions_introducer_is_not_beneficiary CHECK (
          introducer_id <> beneficiary_id AND root_id <> beneficiary_id AND (asker_id IS NULL OR asker_id <> beneficiary_id)
        ),
        CONSTRAINT introductions_introduced_is_not_beneficiary CHECK (introduced_person_id <> beneficiary_id),
        CONSTRAINT introductions_introduced_is_not_introducer CHECK (
          introduced_person_id <> introducer_id AND introduced_contact_id <> introducer_contact_id
        ),
        CONSTRAINT introductions_parent_is_another CHECK (parent_id <> id),
        CONSTRAINT introductions_degree_starts_at_two CHECK (
          degree >= 2 AND (parent_id IS NULL OR degree >= 3)
          AND (parent_id IS NOT NULL OR degree = CASE WHEN introducer_contact_id IS NULL THEN 2 ELSE 3 END)
        )
      );
      CREATE INDEX introductions_beneficiary_id_idx ON introductions (beneficiary_id, accepted_at);
      CREATE INDEX introductions_parent_id_idx ON introductions (parent_id, beneficiary_id);
      CREATE INDEX introductions_root_id_idx ON introductions (root_id);
      CREATE INDEX introductions_introduced_contact_id_idx ON introductions (introduced_contact_id);
      CREATE INDEX introductions_introduced_person_id_idx ON introductions (introduced_person_id);
      CREATE INDEX introductions_introducer_id_idx ON introductions (introducer_id);
      CREATE INDEX introductions_introducer_contact_id_idx ON introductions (introducer_contact_id);
      CREATE INDEX introductions_asker_id_idx ON introductions (asker_id);
      CREATE INDEX introductions_recorded_by_id_idx ON introductions (recorded_by_id);
      CREATE INDEX introductions_consent_by_id_idx ON introductions (consent_by_id);

      CREATE TYPE referral_stage AS ENUM ('suspect', 'prospect', 'hot_prospect', 'customer', 'lost', 'declined');
      CREATE TYPE decline_reason AS ENUM ('not_a_fit', 'no_need', 'already_a_customer', 'no_consent');
      CREATE TABLE referrals (
        id uuid CONSTRAINT referrals_pkey PRIMARY KEY,
        club_id uuid NOT NULL,
        giver_membership_id uuid NOT NULL,
        giver_id uuid NOT NULL,
        receiver_club_id uuid NOT NULL,
        receiver_membership_id uuid NOT NULL,
        receiver_id uuid NOT NULL,
        introduction_id uuid,
        need text NOT NULL,
        warmth smallint NOT NULL,
        stage referral_stage NOT NULL,
        given_at timestamptz NOT NULL,
        given_on date NOT NULL,
        promised_for timestamptz NOT NULL,
        promised_at timestamptz,
        first_contact_at timestamptz,
        target_hours smallint NOT NULL,
        CONSTRAINT referrals_giver_has_a_seat_in_the_club FOREIGN KEY (giver_membership_id, club_id, giver_id)
          REFERENCES memberships (id, club_id, person_id),
        CONSTRAINT referrals_receiver_has_a_seat_in_the_club
          FOREIGN KEY (receiver_membership_id, receiver_club_id, receiver_id)
          REFERENCES memberships (id, club_id, person_id),
        CONSTRAINT referrals_introduction_serves_the_receiver FOREIGN KEY (introduction_id, receiver_id)
          REFERENCES introductions (id, beneficiary_id),
        CONSTRAINT referrals_one_per_introduction UNIQUE (introduction_id),
        CONSTRAINT referrals_giver_is_not_receiver CHECK (giver_id <> receiver_id),
        CONSTRAINT referrals_state_a_need CHECK (need <> ''),
        CONSTRAINT referrals_warmth_has_five_levels CHECK (warmth BETWEEN 1 AND 5),
        CONSTRAINT referrals_promise_is_not_before_giving CHECK (promised_for >= given_at),
        CONSTRAINT referrals_contact_is_not_before_giving CHECK (first_contact_at >= given_at)
      );
      CREATE INDEX referrals_giver_idx ON referrals (giver_id, given_at);
      CREATE INDEX referrals_giver_membership_idx ON referrals (giver_membership_id, club_id, giver_id);
      CREATE INDEX referrals_receiver_idx ON referrals (receiver_id, given_at);
      CREATE INDEX referrals_receiver_membership_idx
        ON referrals (receiver_membership_id, receiver_club_id, receiver_id, given_on) INCLUDE (stage);
      CREATE INDEX referrals_receiver_club_idx ON referrals (receiver_club_id, given_on)
        INCLUDE (stage, receiver_id);
      CREATE INDEX referrals_club_idx ON referrals (club_id, given_on);
      CREATE INDEX referrals_introduction_idx ON referrals (introduction_id, receiver_id);

      CREATE TABLE referral_moves (
        id uuid CONSTRAINT referral_moves_pkey PRIMARY KEY,
        referral_id uuid NOT NULL CONSTRAINT referral_moves_referral_id_fkey REFERENCES referrals,
        from_stage referral_stage,
        to_stage referral_stage NOT NULL,
        moved_at timestamptz NOT NULL,
        moved_by_id uuid NOT NULL CONSTRAINT referral_moves_moved_by_id_fkey REFERENCES persons,
        note text,
        decline_reason decline_reason,
        CONSTRAINT referral_moves_go_somewhere CHECK (from_stage IS DISTINCT FROM to_stage),
        CONSTRAINT referral_moves_declining_has_a_reason CHECK ((to_stage = 'declined') = (decline_reason IS NOT NULL)),
        CONSTRAINT referral_moves_losing_has_a_reason CHECK (to_stage <> 'lost' OR note <> '')
      );
      CREATE INDEX referral_moves_referral_id_idx ON referral_moves (referral_id, moved_at);
      CREATE INDEX referral_moves_moved_by_id_idx ON referral_moves (moved_by_id);
      CREATE TRIGGER referral_moves_are_append_only BEFORE UPDATE OR DELETE ON referral_moves
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
    `);
  }

  /** Migrations only go forward; a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
