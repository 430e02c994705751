import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A closed meeting changes by adjusting entries or is reopened; rules raise alerts, which humans decide. */
export class ClosingAndAlerts1763000000012 implements MigrationInterface {
  name = 'ClosingAndAlerts1763000000012';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE meetings DROP CONSTRAINT meetings_state_is_dated;
      ALTER TABLE meetings ADD CONSTRAINT meetings_state_is_dated CHECK (
        (state = 'closed') = (closed_at IS NOT NULL) AND (state <> 'open' OR opened_at IS NOT NULL)
        AND (state = 'cancelled') = (cancelled_at IS NOT NULL)
      );
      ALTER TABLE visitors ADD CONSTRAINT visitors_are_of_their_meeting UNIQUE (id, meeting_id, club_id);

      CREATE TABLE meeting_reopenings (
        id uuid CONSTRAINT meeting_reopenings_pkey PRIMARY KEY,
        meeting_id uuid NOT NULL CONSTRAINT meeting_reopenings_meeting_id_fkey REFERENCES meetings,
        closed_at timestamptz NOT NULL,
        reason text NOT NULL,
        reopened_by_id uuid NOT NULL CONSTRAINT meeting_reopenings_reopened_by_id_fkey REFERENCES persons,
        reopened_at timestamptz NOT NULL,
        CONSTRAINT meeting_reopenings_have_a_reason CHECK (reason <> '')
      );
      CREATE INDEX meeting_reopenings_meeting_id_idx ON meeting_reopenings (meeting_id, reopened_at);
      CREATE INDEX meeting_reopenings_reopened_by_id_idx ON meeting_reopenings (reopened_by_id);
      CREATE TRIGGER meeting_reopenings_are_append_only BEFORE UPDATE OR DELETE ON meeting_reopenings
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();

      CREATE TABLE meeting_adjustments (
        id uuid CONSTRAINT meeting_adjustments_pkey PRIMARY KEY,
        meeting_id uuid NOT NULL,
        club_id uuid NOT NULL,
        membership_id uuid,
        letter_before attendance_letter,
        letter_after attendance_letter,
        substitute_before text,
        substitute_after text,
        visitor_id uuid,
        came_before boolean,
        came_after boolean,
        reason text NOT NULL,
        adjusted_by_id uuid NOT NULL CONSTRAINT meeting_adjustments_adjusted_by_id_fkey REFERENCES persons,
        adjusted_at timestamptz NOT NULL,
        CONSTRAINT meeting_adjustments_meeting_is_of_the_club FOREIGN KEY (meeting_id, club_id)
          REFERENCES meetings (id, club_id),
        CONSTRAINT meeting_adjustments_member_has_a_seat_in_the_club FOREIGN KEY (membership_id, club_id)
          REFERENCES memberships (id, club_id),
        CONSTRAINT meeting_adjustments_visitor_is_of_the_meeting FOREIGN KEY (visitor_id, meeting_id, club_id)
          REFERENCES visitors (id, meeting_id, club_id),
        CONSTRAINT meeting_adjustments_are_of_a_letter_or_a_visit CHECK (
          num_nonnulls(membership_id, visitor_id) = 1
          AND (letter_after IS NOT NULL) = (membership_id IS NOT NULL)
          AND (came_after IS NOT NULL) = (visitor_id IS NOT NULL)
          AND (membership_id IS NOT NULL OR num_nonnulls(letter_before, substitute_before, substitute_after) = 0)
          AND (visitor_id IS NOT NULL OR came_before IS NULL)
        ),
        CONSTRAINT meeting_adjustments_change_something CHECK (
          (letter_before, substitute_before, came_before) IS DISTINCT FROM (letter_after, substitute_after, came_after)
        ),
        CONSTRAINT meeting_adjustments_have_a_reason CHECK (reason <> '')
      );
      CREATE INDEX meeting_adjustments_meeting_idx ON meeting_adjustments (meeting_id, club_id, adjusted_at);
      CREATE INDEX meeting_adjustments_membership_idx ON meeting_adjustments (membership_id, club_id);
      CREATE INDEX meeting_adjustments_visitor_idx ON meeting_adjustments (visitor_id, meeting_id, club_id);
      CREATE INDEX meeting_adjustments_adjusted_by_id_idx ON meeting_adjustments (adjusted_by_id);
      CREATE TRIGGER meeting_adjustments_are_append_only BEFORE UPDATE OR DELETE ON meeting_adjustments
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();

      CREATE FUNCTION refuse_letters_after_closing() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        letter attendances := coalesce(NEW, OLD);
      BEGIN
        IF EXISTS (SELECT FROM meetings WHERE id = letter.meeting_id AND state = 'closed')
          AND NOT EXISTS (
            SELECT FROM meeting_adjustments
            WHERE meeting_id = letter.meeting_id AND membership_id = letter.membership_id
              AND xmin = pg_current_xact_id()::xid
          )
        THEN
          RAISE EXCEPTION 'a letter of a closed meeting changes only together with an adjusting entry'
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN letter;
      END $$;
      CREATE TRIGGER attendances_are_locked_by_closing BEFORE INSERT OR UPDATE OR DELETE ON attendances
        FOR EACH ROW EXECUTE FUNCTION refuse_letters_after_closing();

      CREATE TYPE alert_rule AS ENUM ('absences', 'substitutes', 'visits', 'office_term', 'education');
      CREATE TABLE alerts (
        id uuid CONSTRAINT alerts_pkey PRIMARY KEY,
        club_id uuid NOT NULL,
        rule alert_rule NOT NULL,
        rules_id uuid NOT NULL CONSTRAINT alerts_rules_id_fkey REFERENCES club_rules,
        membership_id uuid,
        visitor_id uuid,
        meeting_id uuid NOT NULL,
        measured numeric(6, 2) NOT NULL,
        last_evidence_id uuid NOT NULL,
        raised_at timestamptz NOT NULL,
        CONSTRAINT alerts_meeting_is_of_the_club FOREIGN KEY (meeting_id, club_id) REFERENCES meetings (id, club_id),
        CONSTRAINT alerts_member_has_a_seat_in_the_club FOREIGN KEY (membership_id, club_id)
          REFERENCES memberships (id, club_id),
        CONSTRAINT alerts_visitor_is_of_the_meeting FOREIGN KEY (visitor_id, meeting_id, club_id)
          REFERENCES visitors (id, meeting_id, club_id),
        CONSTRAINT alerts_are_about_a_member_or_a_visitor CHECK (
          num_nonnulls(membership_id, visitor_id) = 1 AND (rule = 'visits') = (visitor_id IS NOT NULL)
        ),
        CONSTRAINT alerts_same_evidence_raises_once UNIQUE NULLS NOT DISTINCT
          (rule, membership_id, visitor_id, last_evidence_id)
      );
      CREATE INDEX alerts_club_idx ON alerts (club_id, raised_at);
      CREATE INDEX alerts_meeting_idx ON alerts (meeting_id, club_id);
      CREATE INDEX alerts_membership_idx ON alerts (membership_id, club_id);
      CREATE INDEX alerts_visitor_idx ON alerts (visitor_id, meeting_id, club_id);
      CREATE INDEX alerts_rules_id_idx ON alerts (rules_id);
      CREATE TRIGGER alerts_are_append_only BEFORE UPDATE OR DELETE ON alerts
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();

      CREATE TABLE alert_evidence (
        id uuid CONSTRAINT alert_evidence_pkey PRIMARY KEY,
        alert_id uuid NOT NULL CONSTRAINT alert_evidence_alert_id_fkey REFERENCES alerts,
        day date NOT NULL,
        meeting_id uuid CONSTRAINT alert_evidence_meeting_id_fkey REFERENCES meetings,
        letter attendance_letter,
        visitor_id uuid CONSTRAINT alert_evidence_visitor_id_fkey REFERENCES visitors,
        office_id uuid CONSTRAINT alert_evidence_office_id_fkey REFERENCES offices,
        units numeric(5, 2),
        CONSTRAINT alert_evidence_is_of_one_kind CHECK (
          num_nonnulls(meeting_id, office_id, units) = 1 AND num_nonnulls(letter, visitor_id) <= 1
          AND (meeting_id IS NOT NULL OR num_nonnulls(letter, visitor_id) = 0)
        )
      );
      CREATE INDEX alert_evidence_alert_id_idx ON alert_evidence (alert_id, day);
      CREATE INDEX alert_evidence_meeting_id_idx ON alert_evidence (meeting_id);
      CREATE INDEX alert_evidence_visitor_id_idx ON alert_evidence (visitor_id);
      CREATE INDEX alert_evidence_office_id_idx ON alert_evidence (office_id);
      CREATE TRIGGER alert_evidence_is_append_only BEFORE UPDATE OR DELETE ON alert_evidence
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();

      CREATE TYPE alert_decision_kind AS ENUM ('warn', 'excuse', 'start_probation', 'open_seat');
      CREATE TABLE alert_decisions (
        id uuid CONSTRAINT alert_decisions_pkey PRIMARY KEY,
        alert_id uuid NOT NULL CONSTRAINT alert_decisions_alert_id_fkey REFERENCES alerts,
        decision alert_decision_kind NOT NULL,
        probation_until date,
        seat_opens_on date,
        note text NOT NULL,
        decided_by_id uuid NOT NULL CONSTRAINT alert_decisions_decided_by_id_fkey REFERENCES persons,
        decided_at timestamptz NOT NULL,
        CONSTRAINT alert_decisions_probation_has_an_end CHECK (
          (decision = 'start_probation') = (probation_until IS NOT NULL)
        ),
        CONSTRAINT alert_decisions_seat_opens_on_a_day CHECK ((decision = 'open_seat') = (seat_opens_on IS NOT NULL)),
        CONSTRAINT alert_decisions_have_a_note CHECK (note <> '')
      );
      CREATE INDEX alert_decisions_alert_id_idx ON alert_decisions (alert_id, decided_at);
      CREATE INDEX alert_decisions_decided_by_id_idx ON alert_decisions (decided_by_id);
      CREATE TRIGGER alert_decisions_are_append_only BEFORE UPDATE OR DELETE ON alert_decisions
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
    `);
  }

  /** Migrations only go forward; a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
