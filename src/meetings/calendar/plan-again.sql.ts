import type { EntityManager } from 'typeorm';
import type { ChangedMeeting } from './insert-due-meetings.sql.js';

/**
 * Plans again what a holiday ($1) cancelled and is yet to come ($2): not at a moment at which the club meets by now,
 * and not after the end of the series. It is the one way from cancelled back to planned.
 */
const text = `
  UPDATE meetings m SET state = 'planned', cancelled_at = NULL, cancellation_reason = NULL, holiday_id = NULL,
    revision = revision + 1, revised_at = $2
  WHERE m.holiday_id = $1 AND m.starts_at > $2
    AND NOT EXISTS (
      SELECT FROM meetings other
      WHERE other.club_id = m.club_id AND other.starts_at = m.starts_at AND other.state <> 'cancelled'
    )
    AND NOT EXISTS (SELECT FROM meeting_series s WHERE s.id = m.series_id AND s.last_on < m.held_on)
  RETURNING m.id, m.held_on::text AS "heldOn"`;

/** @returns those that are planned again */
export async function planAgain(manager: EntityManager, holidayId: string, now: Date): Promise<ChangedMeeting[]> {
  const [planned] = await manager.query<[ChangedMeeting[], number]>(text, [holidayId, now]);
  return planned;
}
