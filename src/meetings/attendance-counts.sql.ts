import { askedByPeriod, byPeriod } from './by-period.js';
import type { AttendanceCounts } from './meetings.types.js';

/** How often members were there: the letters of closed meetings in each period asked about. */
const text = `
  SELECT asked.key,
    count(*) FILTER (WHERE letter = 'present')::int AS present,
    count(*) FILTER (WHERE letter = 'absent')::int AS absent,
    count(*) FILTER (WHERE letter = 'late')::int AS late,
    count(*) FILTER (WHERE letter = 'medical')::int AS medical,
    count(*) FILTER (WHERE letter = 'substitute')::int AS substitute,
    count(letter)::int AS "countableWeeks"
  FROM ${askedByPeriod}
  LEFT JOIN (
    attendances a JOIN meetings m ON m.id = a.meeting_id AND m.state = 'closed'
  ) ON a.membership_id = asked.owner_id AND m.held_on BETWEEN asked.from_day AND asked.to_day
  GROUP BY asked.key`;

/** By `periodKey` of a seat. */
export const attendanceCounts = byPeriod<AttendanceCounts, AttendanceCounts>(text, (counts) => counts);
