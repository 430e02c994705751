import type { EntityManager } from 'typeorm';
import { dealsCreditedTo, outcomeMayBeTold } from '../../deals/deals.policy.js';
import { askedParameters, type SubjectPeriod } from '../asked-periods.js';
import { seatsInPeriod } from './seats-in-period.sql.js';

/** What a seat was thanked for in one currency, at a place of the list asked about. */
export interface ThankedRow {
  place: number;
  membershipId: string;
  currency: string;
  amountMinor: string;
  /** The sellers of those deals whose amount the viewer sees nowhere: he neither sold them nor is shown them as credited. */
  unseenSellers: string[];
}

/**
 * Money of deals whose root held the seat on the day of the deal: the deals by their own day, their adjustments by
 * theirs. What a seller hides is in no sum. $4 is the viewer.
 */
const text = `
  WITH ${seatsInPeriod},
  credited AS MATERIALIZED (${dealsCreditedTo('$4::uuid')}),
  thanked AS (
    SELECT seats.place, seats.membership_id, seats.from_day, seats.to_day,
      d.id, d.currency, d.seller_id, d.closed_on, d.amount_minor,
      d.seller_id = $4 OR (d.amount_visibility = 'exact' AND ${outcomeMayBeTold} AND d.id IN (SELECT id FROM credited)) AS seen
    FROM seats JOIN deals d ON d.root_id = seats.person_id AND seats.term @> d.closed_on
    WHERE d.amount_visibility <> 'hidden'
  ),
  money AS (
    SELECT place, membership_id, currency, seller_id, seen, amount_minor
    FROM thanked WHERE closed_on BETWEEN from_day AND to_day
    UNION ALL
    SELECT place, membership_id, currency, seller_id, seen, a.amount_minor
    FROM thanked JOIN deal_adjustments a ON a.deal_id = thanked.id
    WHERE a.adjusted_on BETWEEN from_day AND to_day
  )
  SELECT place, membership_id AS "membershipId", currency, sum(amount_minor)::text AS "amountMinor",
    coalesce(array_agg(DISTINCT seller_id::text) FILTER (WHERE NOT seen), '{}') AS "unseenSellers"
  FROM money GROUP BY place, membership_id, currency ORDER BY currency`;

/** What they were thanked for, by seat and currency; whoever was thanked for nothing has no row. */
export function thankedRows(
  manager: EntityManager,
  asked: readonly SubjectPeriod[],
  viewerId: string,
): Promise<ThankedRow[]> {
  return manager.query<ThankedRow[]>(text, [...askedParameters(asked), viewerId]);
}
