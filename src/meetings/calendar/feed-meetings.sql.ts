import type { DataSource } from 'typeorm';
import type { CalendarEntry } from './calendar-text.js';

/** More than a person's clubs hold in the time that a feed shows. */
const most = 2000;

/** The meetings of clubs ($1) that start between two instants ($2, $3), for a calendar. */
const text = `
  SELECT m.id, m.revision, coalesce(m.revised_at, m.created_at) AS "changedAt", m.starts_at AS "startsAt", m.minutes,
    c.name AS summary, m.place, m.state = 'cancelled' AS "isCancelled"
  FROM meetings m JOIN clubs c ON c.id = m.club_id
  WHERE m.club_id = ANY ($1) AND m.starts_at BETWEEN $2 AND $3
  ORDER BY m.starts_at, m.id
  LIMIT ${most}`;

export function feedMeetings(
  dataSource: DataSource,
  clubIds: readonly string[],
  { from, to }: { from: Date; to: Date },
): Promise<CalendarEntry[]> {
  return dataSource.query(text, [clubIds, from, to]);
}
