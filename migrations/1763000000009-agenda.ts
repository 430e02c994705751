import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The agenda of a meeting and how it was run; leave of members; who speaks when, and who would swap. */
export class Agenda1763000000009 implements MigrationInterface {
  name = 'Agenda1763000000009';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE agenda_template_points (
        id uuid CONSTRAINT agenda_template_points_pkey PRIMARY KEY,
        club_id uuid NOT NULL CONSTRAINT agenda_template_points_club_id_fkey REFERENCES clubs,
        position smallint NOT NULL,
        title text NOT NULL,
        planned_seconds smallint NOT NULL,
        office office_name,
        CONSTRAINT agenda_template_points_each_has_its_position UNIQUE (club_id, position),
        CONSTRAINT agenda_template_points_are_sixty_at_most CHECK (position BETWEEN 1 AND 60),
        CONSTRAINT agenda_template_points_take_some_seconds CHECK (planned_seconds BETWEEN 1 AND 14400),
        CONSTRAINT agenda_template_points_have_a_title CHECK (title <> '')
      );

      CREATE TABLE agenda_points (
        id uuid CONSTRAINT agenda_points_pkey PRIMARY KEY,
        meeting_id uuid NOT NULL CONSTRAINT agenda_points_meeting_id_fkey REFERENCES meetings,
        position smallint NOT NULL,
        title text NOT NULL,
        planned_seconds smallint NOT NULL,
        office office_name,
        CONSTRAINT agenda_points_are_of_their_meeting UNIQUE (id, meeting_id),
        CONSTRAINT agenda_points_each_has_its_position UNIQUE (meeting_id, position) DEFERRABLE,
        CONSTRAINT agenda_points_are_sixty_at_most CHECK (position BETWEEN 1 AND 60),
        CONSTRAINT agenda_points_take_some_seconds CHECK (planned_seconds BETWEEN 1 AND 14400),
        CONSTRAINT agenda_points_have_a_title CHECK (title <> '')
      );

      CREATE TABLE agenda_runs (
        id uuid CONSTRAINT agenda_runs_pkey PRIMARY KEY,
        meeting_id uuid NOT NULL,
        point_id uuid NOT NULL,
        started_at timestamptz NOT NULL,
        ended_at timestamptz,
        CONSTRAINT agenda_runs_point_is_of_the_meeting FOREIGN KEY (point_id, meeting_id)
          REFERENCES agenda_points (id, meeting_id),
        CONSTRAINT agenda_runs_end_after_start CHECK (ended_at >= started_at)
      );
      CREATE INDEX agenda_runs_point_idx ON agenda_runs (point_id, meeting_id);
      CREATE UNIQUE INDEX agenda_runs_one_point_runs_at_a_time ON agenda_runs (meeting_id) WHERE ended_at IS NULL;

      CREATE TABLE leaves (
        id uuid CONSTRAINT leaves_pkey PRIMARY KEY,
        club_id uuid NOT NULL,
        membership_id uuid NOT NULL,
        starts_on date NOT NULL,
        ends_on date,
        recorded_by_id uuid NOT NULL CONSTRAINT leaves_recorded_by_id_fkey REFERENCES persons,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT leaves_member_has_a_seat_in_the_club FOREIGN KEY (membership_id, club_id)
          REFERENCES memberships (id, club_id),
        CONSTRAINT leaves_end_after_start CHECK (ends_on >= starts_on),
        CONSTRAINT leaves_of_one_member_do_not_overlap
          EXCLUDE USING gist (membership_id WITH =, daterange(starts_on, ends_on) WITH &&)
      );
      CREATE INDEX leaves_membership_idx ON leaves (membership_id, club_id, starts_on);
      CREATE INDEX leaves_recorded_by_id_idx ON leaves (recorded_by_id);

      CREATE TABLE speakers (
        id uuid CONSTRAINT speakers_pkey PRIMARY KEY,
        meeting_id uuid NOT NULL,
        club_id uuid NOT NULL,
        membership_id uuid NOT NULL,
        assigned_by_id uuid NOT NULL CONSTRAINT speakers_assigned_by_id_fkey REFERENCES persons,
        assigned_at timestamptz NOT NULL,
        released_at timestamptz,
        CONSTRAINT speakers_are_of_their_club UNIQUE (id, club_id),
        CONSTRAINT speakers_meeting_is_of_the_club FOREIGN KEY (meeting_id, club_id) REFERENCES meetings (id, club_id),
        CONSTRAINT speakers_member_has_a_seat_in_the_club FOREIGN KEY (membership_id, club_id)
          REFERENCES memberships (id, club_id)
      );
      CREATE UNIQUE INDEX speakers_speak_once_per_meeting ON speakers (meeting_id, membership_id)
        WHERE released_at IS NULL;
      CREATE INDEX speakers_meeting_idx ON speakers (meeting_id, club_id, assigned_at);
      CREATE INDEX speakers_membership_idx ON speakers (membership_id, club_id);
      CREATE INDEX speakers_assigned_by_id_idx ON speakers (assigned_by_id);

      CREATE TYPE speaker_swap_state AS ENUM ('pending', 'accepted', 'declined', 'withdrawn');
      CREATE TABLE speaker_swaps (
        id uuid CONSTRAINT speaker_swaps_pkey PRIMARY KEY,
        club_id uuid NOT NULL,
        asking_id uuid NOT NULL,
        asked_id uuid NOT NULL,
        state speaker_swap_state NOT NULL,
        requested_at timestamptz NOT NULL,
        ended_at timestamptz,
        CONSTRAINT speaker_swaps_asking_speaks_in_the_club FOREIGN KEY (asking_id, club_id)
          REFERENCES speakers (id, club_id),
        CONSTRAINT speaker_swaps_asked_speaks_in_the_club FOREIGN KEY (asked_id, club_id)
          REFERENCES speakers (id, club_id),
        CONSTRAINT speaker_swaps_are_between_two CHECK (asking_id <> asked_id),
        CONSTRAINT speaker_swaps_end_is_dated CHECK ((state = 'pending') = (ended_at IS NULL))
      );
      CREATE UNIQUE INDEX speaker_swaps_asked_once_while_pending ON speaker_swaps (asking_id, asked_id)
        WHERE state = 'pending';
      CREATE INDEX speaker_swaps_asking_idx ON speaker_swaps (asking_id, club_id);
      CREATE INDEX speaker_swaps_asked_idx ON speaker_swaps (asked_id, club_id);
    `);
  }

  /** Migrations only go forward; a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
