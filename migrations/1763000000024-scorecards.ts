import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which scorecard a club uses, a network's own ones, and what each seat scored in each month. */
export class Scorecards1763000000024 implements MigrationInterface {
  name = 'Scorecards1763000000024';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE scorecard_profiles (
        id uuid CONSTRAINT scorecard_profiles_pkey PRIMARY KEY,
        network_id uuid NOT NULL CONSTRAINT scorecard_profiles_network_id_fkey REFERENCES regions,
        code text NOT NULL,
        version integer NOT NULL,
        content jsonb NOT NULL,
        added_by_id uuid NOT NULL CONSTRAINT scorecard_profiles_added_by_id_fkey REFERENCES persons,
        added_at timestamptz NOT NULL,
        CONSTRAINT scorecard_profiles_version_is_used_once UNIQUE (network_id, code, version),
        CONSTRAINT scorecard_profiles_content_is_of_the_version CHECK (
          content ->> 'id' = code AND (content ->> 'version')::integer = version
        )
      );
      CREATE INDEX scorecard_profiles_added_by_id_idx ON scorecard_profiles (added_by_id);
      CREATE TRIGGER scorecard_profiles_are_append_only BEFORE UPDATE OR DELETE ON scorecard_profiles
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();

      CREATE TABLE scorecard_choices (
        id uuid CONSTRAINT scorecard_choices_pkey PRIMARY KEY,
        club_id uuid NOT NULL CONSTRAINT scorecard_choices_club_id_fkey REFERENCES clubs,
        profile_code text NOT NULL,
        profile_version integer,
        valid_from date NOT NULL,
        chosen_by_id uuid NOT NULL CONSTRAINT scorecard_choices_chosen_by_id_fkey REFERENCES persons,
        chosen_at timestamptz NOT NULL,
        CONSTRAINT scorecard_choices_one_per_day UNIQUE (club_id, valid_from)
      );
      CREATE INDEX scorecard_choices_chosen_by_id_idx ON scorecard_choices (chosen_by_id);
      CREATE TRIGGER scorecard_choices_are_append_only BEFORE UPDATE OR DELETE ON scorecard_choices
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();

      CREATE TABLE scorecard_results (
        id uuid CONSTRAINT scorecard_results_pkey PRIMARY KEY,
        club_id uuid NOT NULL,
        membership_id uuid NOT NULL,
        month date NOT NULL,
        profile_code text NOT NULL,
        profile_version integer NOT NULL,
        weeks integer NOT NULL,
        points double precision NOT NULL,
        most double precision NOT NULL,
        colour jsonb,
        metrics jsonb NOT NULL,
        scored_at timestamptz NOT NULL,
        CONSTRAINT scorecard_results_one_per_seat_and_month UNIQUE (membership_id, club_id, month),
        CONSTRAINT scorecard_results_seat_is_in_the_club FOREIGN KEY (membership_id, club_id)
          REFERENCES memberships (id, club_id),
        CONSTRAINT scorecard_results_month_begins_on_its_first_day CHECK (month = date_trunc('month', month)::date)
      );
      CREATE INDEX scorecard_results_club_idx ON scorecard_results (club_id, month);
      CREATE TRIGGER scorecard_results_are_append_only BEFORE UPDATE OR DELETE ON scorecard_results
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
    `);
  }

  /** Migrations only go forward; a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
