import type { EntityManager } from 'typeorm';
import { askedParameters, askedPeriods, type SubjectPeriod } from '../asked-periods.js';

/** A club's period, and the day on which who holds a seat is somebody to be acquainted with. */
export interface SubjectPeriodAndDay extends SubjectPeriod {
  day: string;
}

/** What happened from one seat to another, at a place of the list asked about. */
export interface TieRow {
  place: number;
  fromMembershipId: string;
  toMembershipId: string;
  /** Whether the two held a one-to-one. */
  met: boolean;
  /** Whether the one gave the other a referral. */
  referred: boolean;
}

/**
 * Acquaintance is between persons, whichever seat they had when they met or referred. A referral is of the civil day of
 * giving in the giver's club. $4 are the days on which seats are held.
 */
const text = `
  WITH ${askedPeriods},
  present AS (
    SELECT asked.place, asked.from_day, asked.to_day, m.id AS membership_id, m.person_id
    FROM asked JOIN unnest($4::date[]) WITH ORDINALITY AS held (day, number) ON held.number - 1 = asked.place
    JOIN memberships m ON m.club_id = asked.subject_id AND daterange(m.joined_on, m.left_on) @> held.day
  ),
  ties AS (
    SELECT present.place, present.person_id AS from_id, side.to_id, true AS met, false AS referred
    FROM present
    JOIN LATERAL (
      SELECT partner_id AS to_id, state, held_on FROM one_to_ones WHERE proposer_id = present.person_id
      UNION ALL
      SELECT proposer_id, state, held_on FROM one_to_ones WHERE partner_id = present.person_id
    ) side ON side.state = 'held' AND side.held_on BETWEEN present.from_day AND present.to_day
    UNION ALL
    SELECT present.place, present.person_id, r.receiver_id, false, true
    FROM present
    JOIN referrals r ON r.giver_id = present.person_id
    JOIN clubs c ON c.id = r.club_id
    WHERE (r.given_at AT TIME ZONE c.time_zone)::date BETWEEN present.from_day AND present.to_day
  )
  SELECT ties.place, a.membership_id AS "fromMembershipId", b.membership_id AS "toMembershipId",
    bool_or(ties.met) AS met, bool_or(ties.referred) AS referred
  FROM ties
  JOIN present a ON a.place = ties.place AND a.person_id = ties.from_id
  JOIN present b ON b.place = ties.place AND b.person_id = ties.to_id
  GROUP BY ties.place, a.membership_id, b.membership_id`;

/** The ties there are between those who hold a seat on the day; two of whom nothing happened have no row. */
export function tieRows(manager: EntityManager, asked: readonly SubjectPeriodAndDay[]): Promise<TieRow[]> {
  return manager.query<TieRow[]>(text, [...askedParameters(asked), asked.map(({ day }) => day)]);
}
