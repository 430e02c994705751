import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members bring into a meeting: presentations with their asks, testimonials, education units. */
export class Contributions1763000000006 implements MigrationInterface {
  name = 'Contributions1763000000006';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TYPE presentation_kind AS ENUM ('weekly', 'feature');
      CREATE TYPE presentation_focus AS ENUM ('asks_for_referral', 'sells_to_room');
      CREATE TABLE presentations (
        id uuid CONSTRAINT presentations_pkey PRIMARY KEY,
        meeting_id uuid NOT NULL,
        club_id uuid NOT NULL,
        membership_id uuid NOT NULL,
        kind presentation_kind NOT NULL,
        ask text,
        focus presentation_focus,
        focus_marked_by_id uuid CONSTRAINT presentations_focus_marked_by_id_fkey REFERENCES persons,
        focus_marked_at timestamptz,
        recorded_by_id uuid NOT NULL CONSTRAINT presentations_recorded_by_id_fkey REFERENCES persons,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT presentations_meeting_is_of_the_club FOREIGN KEY (meeting_id, club_id)
          REFERENCES meetings (id, club_id),
        CONSTRAINT presentations_member_has_a_seat_in_the_club FOREIGN KEY (membership_id, club_id)
          REFERENCES memberships (id, club_id),
        CONSTRAINT presentations_one_of_a_kind_per_member UNIQUE (meeting_id, membership_id, kind),
        CONSTRAINT presentations_ask_says_something CHECK (ask <> ''),
        CONSTRAINT presentations_focus_is_marked_by_somebody CHECK (
          num_nonnulls(focus, focus_marked_by_id, focus_marked_at) IN (0, 3)
        )
      );
      CREATE INDEX presentations_meeting_idx ON presentations (meeting_id, club_id);
      CREATE INDEX presentations_membership_idx ON presentations (membership_id, club_id, kind);
      CREATE INDEX presentations_focus_marked_by_id_idx ON presentations (focus_marked_by_id);
      CREATE INDEX presentations_recorded_by_id_idx ON presentations (recorded_by_id);

      CREATE TABLE testimonials (
        id uuid CONSTRAINT testimonials_pkey PRIMARY KEY,
        club_id uuid NOT NULL,
        giver_membership_id uuid NOT NULL,
        receiver_membership_id uuid NOT NULL,
        text text NOT NULL,
        given_on date NOT NULL,
        given_at timestamptz NOT NULL,
        CONSTRAINT testimonials_giver_has_a_seat_in_the_club FOREIGN KEY (giver_membership_id, club_id)
          REFERENCES memberships (id, club_id),
        CONSTRAINT testimonials_receiver_has_a_seat_in_the_club FOREIGN KEY (receiver_membership_id, club_id)
          REFERENCES memberships (id, club_id),
        CONSTRAINT testimonials_giver_is_not_receiver CHECK (giver_membership_id <> receiver_membership_id),
        CONSTRAINT testimonials_say_something CHECK (text <> '')
      );
      CREATE INDEX testimonials_giver_idx ON testimonials (giver_membership_id, club_id, given_on);
      CREATE INDEX testimonials_receiver_idx ON testimonials (receiver_membership_id, club_id, given_on);
      CREATE INDEX testimonials_club_idx ON testimonials (club_id, given_at);
      CREATE TRIGGER testimonials_are_append_only BEFORE UPDATE OR DELETE ON testimonials
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();

      CREATE TABLE education_units (
        id uuid CONSTRAINT education_units_pkey PRIMARY KEY,
        club_id uuid NOT NULL,
        membership_id uuid NOT NULL,
        units numeric(5, 2) NOT NULL,
        topic text NOT NULL,
        earned_on date NOT NULL,
        recorded_by_id uuid NOT NULL CONSTRAINT education_units_recorded_by_id_fkey REFERENCES persons,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT education_units_member_has_a_seat_in_the_club FOREIGN KEY (membership_id, club_id)
          REFERENCES memberships (id, club_id),
        CONSTRAINT education_units_count_something CHECK (units <> 0),
        CONSTRAINT education_units_have_a_topic CHECK (topic <> '')
      );
      CREATE INDEX education_units_membership_idx ON education_units (membership_id, club_id, earned_on);
      CREATE INDEX education_units_recorded_by_id_idx ON education_units (recorded_by_id);
      CREATE TRIGGER education_units_are_append_only BEFORE UPDATE OR DELETE ON education_units
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
    `);
  }

  /** Migrations only go forward; a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
