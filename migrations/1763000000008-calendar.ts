import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Series of meetings, holidays, moved meetings and private calendar feeds. */
export class Calendar1763000000008 implements MigrationInterface {
  name = 'Calendar1763000000008';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE meeting_series (
        id uuid CONSTRAINT meeting_series_pkey PRIMARY KEY,
        club_id uuid NOT NULL CONSTRAINT meeting_series_club_id_fkey REFERENCES clubs,
        rule text NOT NULL,
        first_on date NOT NULL,
        start_time time NOT NULL,
        minutes smallint NOT NULL,
        place text,
        last_on date,
        created_at timestamptz NOT NULL,
        CONSTRAINT meeting_series_are_of_their_club UNIQUE (id, club_id),
        CONSTRAINT meeting_series_last_some_minutes CHECK (minutes BETWEEN 1 AND 1440)
      );
      CREATE INDEX meeting_series_club_id_idx ON meeting_series (club_id, first_on);

      CREATE TABLE holidays (
        id uuid CONSTRAINT holidays_pkey PRIMARY KEY,
        club_id uuid NOT NULL CONSTRAINT holidays_club_id_fkey REFERENCES clubs,
        name text NOT NULL,
        first_on date NOT NULL,
        last_on date NOT NULL,
        created_at timestamptz NOT NULL,
        removed_at timestamptz,
        CONSTRAINT holidays_are_of_their_club UNIQUE (id, club_id),
        CONSTRAINT holidays_have_a_name CHECK (name <> ''),
        CONSTRAINT holidays_end_after_they_begin CHECK (last_on >= first_on),
        CONSTRAINT holidays_last_100_days_at_most CHECK (last_on - first_on < 100),
        CONSTRAINT holidays_of_a_club_do_not_overlap
          EXCLUDE USING gist (club_id WITH =, daterange(first_on, last_on, '[]') WITH &&) WHERE (removed_at IS NULL)
      );
      CREATE INDEX holidays_club_id_idx ON holidays (club_id, first_on);

      ALTER TABLE meetings
        ADD series_id uuid,
        ADD series_on date,
        ADD holiday_id uuid,
        ADD original_starts_at timestamptz,
        ADD revision integer NOT NULL DEFAULT 0,
        ADD revised_at timestamptz,
        ADD CONSTRAINT meetings_series_is_of_the_club FOREIGN KEY (series_id, club_id)
          REFERENCES meeting_series (id, club_id),
        ADD CONSTRAINT meetings_holiday_is_of_the_club FOREIGN KEY (holiday_id, club_id)
          REFERENCES holidays (id, club_id),
        ADD CONSTRAINT meetings_one_per_day_of_a_series UNIQUE (series_id, club_id, series_on),
        ADD CONSTRAINT meetings_of_a_series_have_its_day CHECK ((series_id IS NULL) = (series_on IS NULL)),
        ADD CONSTRAINT meetings_on_a_holiday_are_cancelled CHECK (holiday_id IS NULL OR state = 'cancelled'),
        ADD CONSTRAINT meetings_revision_is_dated CHECK ((revision = 0) = (revised_at IS NULL));
      CREATE INDEX meetings_holiday_idx ON meetings (holiday_id, club_id);

      CREATE TABLE calendar_feeds (
        id uuid CONSTRAINT calendar_feeds_pkey PRIMARY KEY,
        made_by_id uuid NOT NULL CONSTRAINT calendar_feeds_made_by_id_fkey REFERENCES persons,
        club_id uuid CONSTRAINT calendar_feeds_club_id_fkey REFERENCES clubs,
        token_hash bytea NOT NULL,
        created_at timestamptz NOT NULL,
        revoked_at timestamptz,
        CONSTRAINT calendar_feeds_token_is_unique UNIQUE (token_hash)
      );
      CREATE INDEX calendar_feeds_made_by_id_idx ON calendar_feeds (made_by_id, created_at);
      CREATE INDEX calendar_feeds_club_id_idx ON calendar_feeds (club_id, created_at);
    `);
  }

  /** Migrations only go forward; a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
