import type { DataSource } from 'typeorm';
import type { CalendarEntry } from './calendar-text.js';

/** The revision counts seconds from here, 2020-01-01 in UTC: calendar programs keep it in 32 bits. */
const epochSeconds = 1_577_836_800;

/** How long one is taken to last: nobody says it. */
const minutes = 60;

/**
 * The one-to-ones of a person ($1) that both agreed on, and that start between two instants ($2, $3), for a calendar.
 * One that was called off afterwards is cancelled. What was agreed anew is a later revision than what was before.
 */
const text = `
  SELECT o.id, (extract(epoch FROM agreed.changed_at) - ${epochSeconds})::int AS revision, agreed.changed_at AS "changedAt",
    o.starts_at AS "startsAt", ${minutes} AS minutes, '1-2-1 ' || p.given_name || ' ' || p.family_name AS summary,
    o.place, o.state = 'cancelled' AS "isCancelled"
  FROM one_to_ones o
  JOIN persons p ON p.id = CASE WHEN o.proposer_id = $1 THEN o.partner_id ELSE o.proposer_id END
  CROSS JOIN LATERAL (SELECT coalesce(o.cancelled_at, o.answered_at) AS changed_at) agreed
  WHERE $1 IN (o.proposer_id, o.partner_id) AND o.state IN ('accepted', 'held', 'cancelled')
    AND o.answered_at IS NOT NULL AND o.starts_at BETWEEN $2 AND $3
  ORDER BY o.starts_at, o.id`;

export function feedOneToOnes(
  dataSource: DataSource,
  personId: string,
  { from, to }: { from: Date; to: Date },
): Promise<CalendarEntry[]> {
  return dataSource.query(text, [personId, from, to]);
}
