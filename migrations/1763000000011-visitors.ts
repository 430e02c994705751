import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The steps of a visitor from invitation to application, and the links by which strangers register. */
export class Visitors1763000000011 implements MigrationInterface {
  name = 'Visitors1763000000011';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE visitor_links (
        id uuid CONSTRAINT visitor_links_pkey PRIMARY KEY,
        meeting_id uuid NOT NULL,
        club_id uuid NOT NULL,
        membership_id uuid NOT NULL,
        person_id uuid NOT NULL,
        token_hash bytea NOT NULL CONSTRAINT visitor_links_token_is_unique UNIQUE,
        created_at timestamptz NOT NULL,
        revoked_at timestamptz,
        CONSTRAINT visitor_links_meeting_is_of_the_club FOREIGN KEY (meeting_id, club_id)
          REFERENCES meetings (id, club_id),
        CONSTRAINT visitor_links_maker_has_a_seat_in_the_club FOREIGN KEY (membership_id, club_id, person_id)
          REFERENCES memberships (id, club_id, person_id),
        CONSTRAINT visitor_links_are_of_their_meeting_and_maker UNIQUE (id, meeting_id, person_id)
      );
      CREATE INDEX visitor_links_meeting_idx ON visitor_links (meeting_id, club_id);
      CREATE INDEX visitor_links_maker_idx ON visitor_links (membership_id, club_id, person_id);
      CREATE UNIQUE INDEX visitor_links_one_live_per_meeting_and_maker ON visitor_links (meeting_id, person_id)
        WHERE revoked_at IS NULL;

      ALTER TABLE visitors
        ADD link_id uuid,
        ADD registered_at timestamptz,
        ADD confirmed_at timestamptz,
        ADD did_not_come_at timestamptz,
        ADD followed_up_at timestamptz,
        ADD followed_up_by_id uuid CONSTRAINT visitors_followed_up_by_id_fkey REFERENCES persons,
        ADD applied_at timestamptz,
        ADD CONSTRAINT visitors_link_is_of_the_meeting_and_the_inviter FOREIGN KEY (link_id, meeting_id, invited_by_id)
          REFERENCES visitor_links (id, meeting_id, person_id),
        ADD CONSTRAINT visitors_register_by_a_link CHECK ((registered_at IS NULL) = (link_id IS NULL)),
        ADD CONSTRAINT visitors_who_register_confirm CHECK (registered_at IS NULL OR confirmed_at IS NOT NULL),
        ADD CONSTRAINT visitors_come_or_do_not_come CHECK (came_at IS NULL OR did_not_come_at IS NULL),
        ADD CONSTRAINT visitors_follow_up_and_application_come_after_a_visit CHECK (
          came_at IS NOT NULL OR (followed_up_at IS NULL AND applied_at IS NULL)
        ),
        ADD CONSTRAINT visitors_follow_up_is_somebodys CHECK ((followed_up_at IS NULL) = (followed_up_by_id IS NULL));
      CREATE INDEX visitors_link_idx ON visitors (link_id, meeting_id, invited_by_id);
      CREATE INDEX visitors_followed_up_by_id_idx ON visitors (followed_up_by_id);
    `);
  }

  /** Migrations only go forward; a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
