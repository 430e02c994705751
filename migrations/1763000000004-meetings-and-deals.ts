import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings with attendance and visitors; deals with adjustments, splits of credit and thanks. */
export class MeetingsAndDeals1763000000004 implements MigrationInterface {
  name = 'MeetingsAndDeals1763000000004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TYPE meeting_state AS ENUM ('planned', 'open', 'closed', 'cancelled');
      CREATE TABLE meetings (
        id uuid CONSTRAINT meetings_pkey PRIMARY KEY,
        club_id uuid NOT NULL CONSTRAINT meetings_club_id_fkey REFERENCES clubs,
        starts_at timestamptz NOT NULL,
        held_on date NOT NULL,
        minutes smallint NOT NULL,
        place text,
        state meeting_state NOT NULL,
        opened_at timestamptz,
        closed_at timestamptz,
        cancelled_at timestamptz,
        cancellation_reason text,
        created_at timestamptz NOT NULL,
        CONSTRAINT meetings_are_of_their_club UNIQUE (id, club_id),
        CONSTRAINT meetings_last_some_minutes CHECK (minutes BETWEEN 1 AND 1440),
        CONSTRAINT meetings_state_is_dated CHECK (
          (state <> 'closed' OR closed_at IS NOT NULL) AND (state <> 'open' OR opened_at IS NOT NULL)
          AND (state = 'cancelled') = (cancelled_at IS NOT NULL)
        ),
        CONSTRAINT meetings_cancelling_has_a_reason CHECK ((state = 'cancelled') = (cancellation_reason IS NOT NULL))
      );
      CREATE INDEX meetings_club_id_idx ON meetings (club_id, starts_at);
      CREATE UNIQUE INDEX meetings_one_start_per_club ON meetings (club_id, starts_at) WHERE state <> 'cancelled';

      CREATE TYPE attendance_letter AS ENUM ('present', 'absent', 'late', 'medical', 'substitute');
      CREATE TABLE attendances (
        id uuid CONSTRAINT attendances_pkey PRIMARY KEY,
        meeting_id uuid NOT NULL,
        club_id uuid NOT NULL,
        membership_id uuid NOT NULL,
        letter attendance_letter NOT NULL,
        substitute_name text,
        recorded_by_id uuid NOT NULL CONSTRAINT attendances_recorded_by_id_fkey REFERENCES persons,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT attendances_meeting_is_of_the_club FOREIGN KEY (meeting_id, club_id)
          REFERENCES meetings (id, club_id),
        CONSTRAINT attendances_member_has_a_seat_in_the_club FOREIGN KEY (membership_id, club_id)
          REFERENCES memberships (id, club_id),
        CONSTRAINT attendances_one_letter_per_member UNIQUE (meeting_id, membership_id),
        CONSTRAINT attendances_only_a_substitute_is_named CHECK (substitute_name IS NULL OR letter = 'substitute')
      );
      CREATE INDEX attendances_meeting_idx ON attendances (meeting_id, club_id);
      CREATE INDEX attendances_membership_idx ON attendances (membership_id, club_id);
      CREATE INDEX attendances_recorded_by_id_idx ON attendances (recorded_by_id);

      CREATE TABLE visitors (
        id uuid CONSTRAINT visitors_pkey PRIMARY KEY,
        meeting_id uuid NOT NULL,
        club_id uuid NOT NULL,
        contact_id uuid NOT NULL CONSTRAINT visitors_contact_id_fkey REFERENCES contacts,
        invited_by_membership_id uuid NOT NULL,
        invited_by_id uuid NOT NULL,
        invited_at timestamptz NOT NULL,
        came_at timestamptz,
        CONSTRAINT visitors_meeting_is_of_the_club FOREIGN KEY (meeting_id, club_id) REFERENCES meetings (id, club_id),
        CONSTRAINT visitors_inviter_has_a_seat_in_the_club
          FOREIGN KEY (invited_by_membership_id, club_id, invited_by_id)
          REFERENCES memberships (id, club_id, person_id),
        CONSTRAINT visitors_invited_once_per_meeting UNIQUE (meeting_id, contact_id)
      );
      CREATE INDEX visitors_meeting_idx ON visitors (meeting_id, club_id);
      CREATE INDEX visitors_contact_id_idx ON visitors (contact_id);
      CREATE INDEX visitors_inviter_idx ON visitors (invited_by_membership_id, club_id, invited_by_id);

      CREATE TYPE amount_visibility AS ENUM ('exact', 'band', 'only_the_sum', 'hidden');
      CREATE TABLE deals (
        id uuid CONSTRAINT deals_pkey PRIMARY KEY,
        club_id uuid NOT NULL,
        seller_membership_id uuid NOT NULL,
        seller_id uuid NOT NULL,
        buyer_contact_id uuid CONSTRAINT deals_buyer_contact_id_fkey REFERENCES contacts,
        buyer_person_id uuid CONSTRAINT deals_buyer_person_id_fkey REFERENCES persons,
        referral_id uuid CONSTRAINT deals_referral_id_fkey REFERENCES referrals,
        origin_id uuid,
        root_id uuid CONSTRAINT deals_root_id_fkey REFERENCES persons,
        direct boolean NOT NULL,
        degree smallint,
        repeat boolean NOT NULL,
        closed_on date NOT NULL,
        amount_minor bigint NOT NULL,
        currency char(3) NOT NULL,
        description text NOT NULL,
        amount_visibility amount_visibility NOT NULL,
        recorded_by_id uuid NOT NULL CONSTRAINT deals_recorded_by_id_fkey REFERENCES persons,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT deals_seller_has_a_seat_in_the_club FOREIGN KEY (seller_membership_id, club_id, seller_id)
          REFERENCES memberships (id, club_id, person_id),
        CONSTRAINT deals_origin_serves_the_seller FOREIGN KEY (origin_id, seller_id)
          REFERENCES introductions (id, beneficiary_id),
        CONSTRAINT deals_have_one_buyer CHECK (num_nonnulls(buyer_contact_id, buyer_person_id) = 1),
        CONSTRAINT deals_seller_is_not_buyer CHECK (buyer_person_id <> seller_id),
        CONSTRAINT deals_root_is_not_seller CHECK (root_id <> seller_id),
        CONSTRAINT deals_origin_has_a_root CHECK (origin_id IS NULL OR root_id IS NOT NULL),
        CONSTRAINT deals_degree_follows_from_origin CHECK (
          CASE WHEN direct THEN degree IS NOT NULL AND degree = 1
               WHEN origin_id IS NULL THEN degree IS NULL
               ELSE degree IS NOT NULL AND degree >= 2 END
        ),
        CONSTRAINT deals_amount_is_positive CHECK (amount_minor > 0),
        CONSTRAINT deals_currency_is_iso_4217 CHECK (currency ~ '^[A-Z]{3}$')
      );
      CREATE INDEX deals_club_idx ON deals (club_id, closed_on)
        INCLUDE (id, seller_id, currency, degree, repeat, amount_minor, origin_id);
      CREATE INDEX deals_seller_membership_idx ON deals (seller_membership_id, club_id, seller_id, closed_on)
        INCLUDE (id, currency, degree, repeat, amount_minor, origin_id);
      CREATE INDEX deals_seller_idx ON deals (seller_id, recorded_at);
      CREATE INDEX deals_origin_idx ON deals (origin_id, seller_id);
      CREATE INDEX deals_root_id_idx ON deals (root_id, closed_on);
      CREATE INDEX deals_buyer_contact_id_idx ON deals (buyer_contact_id);
      CREATE INDEX deals_buyer_person_id_idx ON deals (buyer_person_id);
      CREATE INDEX deals_referral_id_idx ON deals (referral_id);
      CREATE INDEX deals_recorded_by_id_idx ON deals (recorded_by_id);

      CREATE TABLE deal_adjustments (
        id uuid CONSTRAINT deal_adjustments_pkey PRIMARY KEY,
        deal_id uuid NOT NULL CONSTRAINT deal_adjustments_deal_id_fkey REFERENCES deals,
        amount_minor bigint NOT NULL,
        adjusted_on date NOT NULL,
        reason text NOT NULL,
        recorded_by_id uuid NOT NULL CONSTRAINT deal_adjustments_recorded_by_id_fkey REFERENCES persons,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT deal_adjustments_change_something CHECK (amount_minor <> 0),
        CONSTRAINT deal_adjustments_have_a_reason CHECK (reason <> '')
      );
      CREATE INDEX deal_adjustments_deal_id_idx ON deal_adjustments (deal_id, adjusted_on) INCLUDE (amount_minor);
      CREATE INDEX deal_adjustments_recorded_by_id_idx ON deal_adjustments (recorded_by_id);
      CREATE TRIGGER deal_adjustments_are_append_only BEFORE UPDATE OR DELETE ON deal_adjustments
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();

      CREATE TABLE credit_splits (
        id uuid CONSTRAINT credit_splits_pkey PRIMARY KEY,
        deal_id uuid NOT NULL CONSTRAINT credit_splits_deal_id_fkey REFERENCES deals,
        decided_by_id uuid NOT NULL CONSTRAINT credit_splits_decided_by_id_fkey REFERENCES persons,
        decided_at timestamptz NOT NULL
      );
      CREATE INDEX credit_splits_deal_id_idx ON credit_splits (deal_id, decided_at);
      CREATE INDEX credit_splits_decided_by_id_idx ON credit_splits (decided_by_id);
      CREATE TABLE credit_shares (
        split_id uuid NOT NULL CONSTRAINT credit_shares_split_id_fkey REFERENCES credit_splits,
        person_id uuid NOT NULL CONSTRAINT credit_shares_person_id_fkey REFERENCES persons,
        percent numeric(5, 2) NOT NULL,
        CONSTRAINT credit_shares_pkey PRIMARY KEY (split_id, person_id),
        CONSTRAINT credit_shares_are_positive CHECK (percent > 0 AND percent <= 100)
      );
      CREATE INDEX credit_shares_person_id_idx ON credit_shares (person_id);

      CREATE FUNCTION credit_shares_sum_to_100() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT coalesce(sum(percent), 0) FROM credit_shares WHERE split_id = NEW.id) <> 100 THEN
          RAISE EXCEPTION 'the shares of a split of credit sum to exactly 100'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'credit_shares_sum_to_100';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER credit_shares_sum_to_100 AFTER INSERT ON credit_splits
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION credit_shares_sum_to_100();
      CREATE TRIGGER credit_shares_are_append_only BEFORE UPDATE OR DELETE ON credit_shares
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
      CREATE TRIGGER credit_splits_are_append_only BEFORE UPDATE OR DELETE ON credit_splits
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();

      CREATE TABLE thanks (
        id uuid CONSTRAINT thanks_pkey PRIMARY KEY,
        deal_id uuid NOT NULL CONSTRAINT thanks_deal_id_fkey REFERENCES deals,
        thanked_id uuid NOT NULL CONSTRAINT thanks_thanked_id_fkey REFERENCES persons,
        message text NOT NULL,
        thanked_at timestamptz NOT NULL,
        CONSTRAINT thanks_said_once_per_deal_and_member UNIQUE (deal_id, thanked_id)
      );
      CREATE INDEX thanks_thanked_id_idx ON thanks (thanked_id, thanked_at);
    `);
  }

  /** Migrations only go forward; a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
