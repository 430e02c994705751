import type { ReturnSubject } from './money-in-period.sql.js';

/**
 * SQL: `closed`, the meetings of the subject's club that were held on a day of the period and count; and of a seat
 * which. The start bounds what is read of the index: it lies on the day of the meeting, wherever on earth that is.
 */
export function closedMeetings(subject: ReturnSubject): string {
  const seat = subject === 'seat' ? 'JOIN memberships seat ON seat.id = asked.subject_id' : '';
  return `
  closed AS (
    SELECT asked.place, m.id, m.held_on, m.minutes${subject === 'seat' ? ', seat.id AS membership_id' : ''}
    FROM asked ${seat}
    JOIN meetings m ON m.club_id = ${subject === 'seat' ? 'seat.club_id' : 'asked.subject_id'}
      AND m.starts_at >= asked.from_day - 2 AND m.starts_at < asked.to_day + 3
    WHERE m.state = 'closed' AND m.held_on BETWEEN asked.from_day AND asked.to_day
  )`;
}

/** SQL: of what `table` holds of closed meetings that of the subject: of a seat its own, of a club all. */
export function inClosedMeetings(subject: ReturnSubject, table: string): string {
  const own = subject === 'seat' ? `AND ${table}.membership_id = closed.membership_id` : '';
  return `FROM closed JOIN ${table} ON ${table}.meeting_id = closed.id ${own}`;
}
