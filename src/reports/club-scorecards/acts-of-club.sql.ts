import type { EntityManager } from 'typeorm';
import { sameHuman } from '../../contacts/same-human.sql.js';
import { firstVisit } from '../../meetings/visitors/first-visit.sql.js';
import { askedParameters, askedPeriods, type SubjectPeriod } from '../asked-periods.js';

/** What is counted of a club. */
export type ClubAct = 'weeks' | 'absences' | 'visitors' | 'visitorsJoined' | 'given' | 'received' | 'converted';

/** How often it was done, at a place of the list asked about, and by how many members. */
export interface ClubActRow {
  place: number;
  act: ClubAct;
  count: number;
  members: number;
}

const closedInPeriod = `m.club_id = asked.subject_id AND m.state = 'closed' AND m.held_on BETWEEN asked.from_day AND asked.to_day`;

const letters = `
  SELECT asked.place, what.act, a.membership_id
  FROM asked JOIN meetings m ON ${closedInPeriod}
  JOIN attendances a ON a.meeting_id = m.id AND a.club_id = m.club_id
  CROSS JOIN LATERAL (VALUES ('weeks', true), ('absences', a.letter = 'absent')) AS what (act, counts)
  WHERE what.counts`;

/** Whether the human who visited on that day has taken a seat in the club on it or since. */
const hasJoined = `
  EXISTS (
    SELECT FROM contacts c JOIN contacts same ON ${sameHuman('c', 'same')}
    JOIN memberships seat ON seat.person_id = same.person_id
    WHERE c.id = v.contact_id AND seat.club_id = v.club_id AND seat.joined_on >= m.held_on
  )`;

const visitors = `
  SELECT asked.place, what.act, v.invited_by_membership_id
  FROM asked JOIN meetings m ON ${closedInPeriod}
  JOIN visitors v ON v.meeting_id = m.id AND v.club_id = m.club_id AND v.came_at IS NOT NULL
  CROSS JOIN LATERAL (VALUES ('visitors', true), ('visitorsJoined', ${hasJoined})) AS what (act, counts)
  WHERE ${firstVisit} AND what.counts`;

const given = `
  SELECT asked.place, 'given', r.giver_membership_id
  FROM asked JOIN clubs c ON c.id = asked.subject_id
  JOIN referrals r ON r.club_id = c.id
    AND r.given_at >= asked.from_day::timestamp AT TIME ZONE c.time_zone
    AND r.given_at < (asked.to_day + 1)::timestamp AT TIME ZONE c.time_zone`;

const received = `
  SELECT asked.place, what.act, r.receiver_id
  FROM asked JOIN referrals r ON r.receiver_club_id = asked.subject_id AND r.given_on BETWEEN asked.from_day AND asked.to_day
  CROSS JOIN LATERAL (VALUES ('received', true), ('converted', r.stage = 'customer')) AS what (act, counts)
  WHERE what.counts`;

const text = `
  WITH ${askedPeriods},
  acts (place, act, member_id) AS (${[letters, visitors, given, received].join(' UNION ALL ')})
  SELECT place, act, count(*)::int AS count, count(DISTINCT member_id)::int AS members FROM acts GROUP BY place, act`;

/** What was done in clubs, of closed meetings only; what there is none of has no row. */
export function actsOfClub(manager: EntityManager, asked: readonly SubjectPeriod[]): Promise<ClubActRow[]> {
  return manager.query<ClubActRow[]>(text, askedParameters(asked));
}
