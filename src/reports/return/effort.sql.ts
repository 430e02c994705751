import type { EntityManager } from 'typeorm';
import { askedParameters, askedPeriods, type SubjectPeriod } from '../asked-periods.js';
import { closedMeetings, inClosedMeetings } from './closed-meetings.sql.js';
import type { ReturnSubject } from './money-in-period.sql.js';

/** What a seat, or all seats of a club, cost in days and hours, at a place of the list asked about. */
export interface EffortRow {
  place: number;
  /** How many members had a seat on a day of the period, and on how many days in all. */
  members: number;
  seatDays: number;
  /** How often somebody was at a closed meeting, and the minutes for which these were planned. */
  meetings: number;
  meetingMinutes: number;
  /** One-to-ones held, one for each of the two whose seat it is. */
  oneToOnes: number;
}

const seatIs: Record<ReturnSubject, string> = { club: 'm.club_id', seat: 'm.id' };

const oneToOnes = (side: 'proposer_id' | 'partner_id'): string => `
    SELECT seats.place FROM seats JOIN one_to_ones o ON o.${side} = seats.person_id AND o.state = 'held'
      AND o.held_on BETWEEN seats.from_day AND seats.to_day
      AND o.held_on >= seats.joined_on AND (seats.left_on IS NULL OR o.held_on < seats.left_on)`;

const text = (subject: ReturnSubject): string => `
  WITH ${askedPeriods},
  seats AS (
    SELECT asked.place, asked.from_day, asked.to_day, m.person_id, m.joined_on, m.left_on,
      least(asked.to_day + 1, m.left_on) - greatest(asked.from_day, m.joined_on) AS days
    FROM asked JOIN memberships m ON ${seatIs[subject]} = asked.subject_id
      AND m.joined_on <= asked.to_day AND (m.left_on IS NULL OR m.left_on > asked.from_day)
      AND asked.from_day <= asked.to_day
  ),
  ${closedMeetings(subject)},
  held AS (SELECT place, count(DISTINCT person_id) AS members, sum(days) AS days FROM seats GROUP BY place),
  attended AS (
    SELECT closed.place, count(*) AS meetings, sum(closed.minutes) AS minutes
    ${inClosedMeetings(subject, 'attendances')} AND attendances.letter IN ('present', 'late')
    GROUP BY closed.place
  ),
  met AS (
    SELECT place, count(*) AS number
    FROM (${oneToOnes('proposer_id')} UNION ALL ${oneToOnes('partner_id')}) AS of_both GROUP BY place
  )
  SELECT asked.place, coalesce(held.members, 0)::int AS members, coalesce(held.days, 0)::int AS "seatDays",
    coalesce(attended.meetings, 0)::int AS meetings, coalesce(attended.minutes, 0)::int AS "meetingMinutes",
    coalesce(met.number, 0)::int AS "oneToOnes"
  FROM asked LEFT JOIN held USING (place) LEFT JOIN attended USING (place) LEFT JOIN met USING (place)`;

const texts = { club: text('club'), seat: text('seat') };

/** One row for each place. */
export function effortRows(
  manager: EntityManager,
  subject: ReturnSubject,
  asked: readonly SubjectPeriod[],
): Promise<EffortRow[]> {
  return manager.query<EffortRow[]>(texts[subject], askedParameters(asked));
}
