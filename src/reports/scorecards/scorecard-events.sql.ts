import type { EntityManager } from 'typeorm';
import { dealsCreditedTo, outcomeMayBeTold } from '../../deals/deals.policy.js';
import { firstVisit } from '../../meetings/visitors/first-visit.sql.js';
import { askedParameters, askedPeriods, type SubjectPeriod } from '../asked-periods.js';
import type { ScorecardEvent } from './profile.js';

/** What a seat did on one day, at a place of the list asked about. */
export interface EventRow extends ScorecardEvent {
  place: number;
  /** Of money; null of all else. */
  currency: string | null;
  /** Of `thankedMinor`: the sellers whose amount the viewer sees nowhere. */
  unseenSellers: string[];
}

const seats = `${askedPeriods},
  seats AS (
    SELECT asked.place, asked.from_day, asked.to_day, m.id AS membership_id, m.club_id, m.person_id, c.time_zone,
      daterange(m.joined_on, m.left_on) AS term,
      asked.from_day::timestamp AT TIME ZONE c.time_zone AS since,
      (asked.to_day + 1)::timestamp AT TIME ZONE c.time_zone AS until
    FROM asked JOIN memberships m ON m.id = asked.subject_id JOIN clubs c ON c.id = m.club_id
  )`;

/** As the counts have it, but that open meetings do not count: what a score was should not change by itself. */
const closedInPeriod = `m.state = 'closed' AND m.held_on BETWEEN seats.from_day AND seats.to_day`;

/** Columns: place, day, figure, amount, currency, seller, and whether the viewer sees the amount anyhow. */
const counted = (day: string, figure: string, amount = '1') =>
  `SELECT seats.place, ${day} AS day, ${figure} AS figure, ${amount}::bigint AS amount,
    NULL::text AS currency, NULL::uuid AS seller_id, true AS seen`;

const letters = `
  ${counted('m.held_on', 'a.letter::text')}
  FROM seats JOIN attendances a ON a.membership_id = seats.membership_id AND a.club_id = seats.club_id
  JOIN meetings m ON m.id = a.meeting_id AND ${closedInPeriod}`;

const visitors = `
  ${counted('m.held_on', "'visitors'")}
  FROM seats JOIN visitors v ON v.invited_by_membership_id = seats.membership_id AND v.came_at IS NOT NULL
  JOIN meetings m ON m.id = v.meeting_id AND ${closedInPeriod}
  WHERE ${firstVisit}`;

/**
 * All of a referral counts on the day it was given, on the civil day of the giver's club: so that a share is of the
 * referrals of one window. Whether it was contacted in time is judged by the target of the receiver's club of then.
 */
const referrals = `
  ${counted('(r.given_at AT TIME ZONE seats.time_zone)::date', 'what.figure')}
  FROM seats JOIN referrals r ON r.giver_membership_id = seats.membership_id AND r.club_id = seats.club_id
    AND r.given_at >= seats.since AND r.given_at < seats.until
  CROSS JOIN LATERAL (
    VALUES ('referralsGiven', true),
      ('referralsContactedInTime', r.first_contact_at <= r.given_at + make_interval(hours => r.target_hours)),
      ('referralsBecameCustomers', r.stage = 'customer')
  ) AS what (figure, counts)
  WHERE what.counts`;

const oneToOnes = (side: 'proposer_id' | 'partner_id'): string => `
  ${counted('o.held_on', "'oneToOnes'")}
  FROM seats JOIN one_to_ones o ON o.${side} = seats.person_id AND o.state = 'held'
  WHERE o.held_on BETWEEN seats.from_day AND seats.to_day AND seats.term @> o.held_on`;

const educationUnits = `
  ${counted('e.earned_on', "'educationHundredths'", 'e.units * 100')}
  FROM seats JOIN education_units e ON e.membership_id = seats.membership_id AND e.club_id = seats.club_id
  WHERE e.earned_on BETWEEN seats.from_day AND seats.to_day`;

const testimonials = `
  ${counted('t.given_on', "'testimonials'")}
  FROM seats JOIN testimonials t ON t.giver_membership_id = seats.membership_id AND t.club_id = seats.club_id
  WHERE t.given_on BETWEEN seats.from_day AND seats.to_day`;

/** What the seat sold itself but for own acquisition, and what its holder was thanked for; hidden amounts thank nobody. */
const deals = `
  deals_of_seats AS (
    SELECT seats.place, seats.from_day, seats.to_day, d.id, d.closed_on, d.amount_minor, d.currency, d.seller_id,
      CASE WHEN d.degree = 1 THEN 'directReturnMinor' ELSE 'indirectReturnMinor' END AS figure, true AS seen
    FROM seats JOIN deals d ON d.seller_membership_id = seats.membership_id AND d.club_id = seats.club_id
    WHERE d.degree IS NOT NULL
    UNION ALL
    SELECT seats.place, seats.from_day, seats.to_day, d.id, d.closed_on, d.amount_minor, d.currency, d.seller_id,
      'thankedMinor', d.seller_id = $4
        OR (d.amount_visibility = 'exact' AND ${outcomeMayBeTold} AND d.id IN (SELECT id FROM credited))
    FROM seats JOIN deals d ON d.root_id = seats.person_id AND seats.term @> d.closed_on
    WHERE d.amount_visibility <> 'hidden'
  )`;

/** Deals by their own day, adjustments by theirs. */
const money = `
  SELECT place, closed_on, figure, amount_minor, currency::text, seller_id, seen FROM deals_of_seats
  WHERE closed_on BETWEEN from_day AND to_day
  UNION ALL
  SELECT place, a.adjusted_on, figure, a.amount_minor, currency::text, seller_id, seen
  FROM deals_of_seats JOIN deal_adjustments a ON a.deal_id = deals_of_seats.id
  WHERE a.adjusted_on BETWEEN from_day AND to_day`;

const acts = [
  letters,
  visitors,
  referrals,
  oneToOnes('proposer_id'),
  oneToOnes('partner_id'),
  educationUnits,
  testimonials,
  money,
];

const text = `
  WITH ${seats},
  credited AS MATERIALIZED (${dealsCreditedTo('$4::uuid')}),
  ${deals},
  acts AS (${acts.join(' UNION ALL ')})
  SELECT place, day::text, figure, currency, sum(amount)::float8 AS amount,
    coalesce(array_agg(DISTINCT seller_id::text) FILTER (WHERE NOT seen), '{}') AS "unseenSellers"
  FROM acts GROUP BY place, day, figure, currency`;

/** All that seats ($1) did in their periods, day by day, as one viewer ($4; null for nobody) may look at it. */
export function eventRows(
  manager: EntityManager,
  asked: readonly SubjectPeriod[],
  viewerId: string | null,
): Promise<EventRow[]> {
  return manager.query<EventRow[]>(text, [...askedParameters(asked), viewerId]);
}
