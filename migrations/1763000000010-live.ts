import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The changes of each meeting in their order, for everybody who follows it while it goes on. */
export class Live1763000000010 implements MigrationInterface {
  name = 'Live1763000000010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE meeting_changes (
        meeting_id uuid NOT NULL CONSTRAINT meeting_changes_meeting_id_fkey REFERENCES meetings,
        sequence integer NOT NULL,
        activity_id uuid NOT NULL CONSTRAINT meeting_changes_activity_id_fkey REFERENCES activities,
        CONSTRAINT meeting_changes_pkey PRIMARY KEY (meeting_id, sequence),
        CONSTRAINT meeting_changes_one_per_activity UNIQUE (activity_id),
        CONSTRAINT meeting_changes_are_counted_from_one CHECK (sequence >= 1)
      );
      CREATE TRIGGER meeting_changes_are_append_only BEFORE UPDATE OR DELETE ON meeting_changes
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();

      -- The meeting stays locked until the transaction ends. So its changes are committed in the order of their
      -- numbers, and whoever has read one finds no smaller one later.
      CREATE FUNCTION count_change_of_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        changed uuid;
      BEGIN
        SELECT id INTO changed FROM meetings
        WHERE id = coalesce((NEW.details ->> 'meetingId')::uuid, NEW.subject_id)
        FOR NO KEY UPDATE;
        IF changed IS NULL AND NEW.verb IN (
          'referral.given', 'deal.thanked', 'testimonial.given', 'education.recorded', 'one_to_one.held'
        ) THEN
          SELECT meetings.id INTO changed FROM meetings JOIN clubs ON clubs.id = meetings.club_id
          WHERE meetings.club_id = NEW.club_id AND meetings.state = 'open'
            AND meetings.held_on = (NEW.happened_at AT TIME ZONE clubs.time_zone)::date
          ORDER BY meetings.opened_at DESC LIMIT 1
          FOR NO KEY UPDATE OF meetings;
        END IF;
        IF changed IS NOT NULL THEN
          INSERT INTO meeting_changes (meeting_id, sequence, activity_id)
          SELECT changed, coalesce(max(sequence), 0) + 1, NEW.id FROM meeting_changes WHERE meeting_id = changed;
          PERFORM pg_notify('meeting_changes', changed::text);
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER activities_are_changes_of_meetings AFTER INSERT ON activities FOR EACH ROW WHEN (NEW.verb IN (
        'meeting.opened', 'meeting.closed', 'meeting.reopened', 'meeting.cancelled', 'meeting.moved',
        'meeting.adjusted', 'meeting.attendance_recorded', 'agenda.changed', 'agenda.point_started', 'agenda.paused',
        'speaker.assigned', 'speaker.released', 'speaker.swapped', 'visitor.invited', 'visitor.registered',
        'visitor.confirmed', 'visitor.came', 'visitor.did_not_come', 'visitor.followed_up', 'visitor.applied',
        'presentation.recorded', 'presentation.focus_marked', 'testimonial.given', 'education.recorded',
        'one_to_one.held', 'referral.given', 'deal.thanked'
      )) EXECUTE FUNCTION count_change_of_meeting();
    `);
  }

  /** Migrations only go forward; a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
