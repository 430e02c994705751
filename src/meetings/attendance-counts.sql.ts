import type { LoaderDeclaration } from '../platform/graphql/loaders.js';
import type { AttendanceCounts } from './meetings.types.js';

/**
 * How often members were there: letters of closed meetings by seat ($1) from one civil day ($2) to another ($3),
 * both included. The three arrays belong together, so that one statement answers for many members.
 */
const text = `
  SELECT asked.key,
    count(*) FILTER (WHERE letter = 'present')::int AS present,
    count(*) FILTER (WHERE letter = 'absent')::int AS absent,
    count(*) FILTER (WHERE letter = 'late')::int AS late,
    count(*) FILTER (WHERE letter = 'medical')::int AS medical,
    count(*) FILTER (WHERE letter = 'substitute')::int AS substitute,
    count(letter)::int AS "countableWeeks"
  FROM (
    SELECT membership_id || ' ' || from_day || ' ' || to_day AS key, membership_id, from_day, to_day
    FROM unnest($1::uuid[], $2::date[], $3::date[]) AS listed (membership_id, from_day, to_day)
  ) asked
  LEFT JOIN (
    attendances a JOIN meetings m ON m.id = a.meeting_id AND m.state = 'closed'
  ) ON a.membership_id = asked.membership_id AND m.held_on BETWEEN asked.from_day AND asked.to_day
  GROUP BY asked.key`;

/** The key under which `attendanceCounts` loads: the seat, and the first and the last day of the period. */
export function attendanceKey(membershipId: string, from: string, to: string): string {
  return `${membershipId} ${from} ${to}`;
}

/** The counts of many members, by `attendanceKey`. */
export const attendanceCounts: LoaderDeclaration<AttendanceCounts> = async (keys, dataSource) => {
  const asked = keys.map((key) => key.split(' '));
  const rows = await dataSource.query<(AttendanceCounts & { key: string })[]>(
    text,
    [0, 1, 2].map((place) => asked.map((parts) => parts[place])),
  );
  return new Map(rows.map((row) => [row.key, row]));
};
