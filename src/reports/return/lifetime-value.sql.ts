import type { EntityManager } from 'typeorm';
import { dealsCreditedTo } from '../../deals/deals.policy.js';
import { netAmount } from '../../deals/net-amount.sql.js';
import { askedParameters, askedPeriods, type SubjectPeriod } from '../asked-periods.js';
import type { ReturnSubject } from './money-in-period.sql.js';
import { receivedInPeriod } from './received-in-period.sql.js';

/** What the referrals at a place of the list asked about brought in one currency, whenever that was. */
export interface LifetimeRow {
  place: number;
  currency: string;
  deals: number;
  amountMinor: string;
  /** The sellers of those deals whose amount the viewer sees nowhere: neither his own nor such as are shown to him. */
  unseenSellers: string[];
}

/** Whose referrals: those a club or a seat received, or those a seat gave. */
export type LifetimeSubject = ReturnSubject | 'givenBySeat';

/** A referral counts for its giver on his own club's civil day, as in the counts. */
const givenBySeat = `
    JOIN memberships seat ON seat.id = asked.subject_id
    JOIN clubs c ON c.id = seat.club_id
    JOIN referrals r ON r.giver_membership_id = seat.id
      AND (r.given_at AT TIME ZONE c.time_zone)::date BETWEEN asked.from_day AND asked.to_day`;

/**
 * All deals whose chain passes through one of the referrals, each once, with all their adjustments. What a seller hides
 * is in no sum but his own. $4 is the viewer. The introductions and deals of each link are looked up one by one, so that
 * what is read does not grow with the tables; `outcome_back` of the origin is the rule `outcomeMayBeTold`.
 */
const text = (referrals: string): string => `
  WITH RECURSIVE ${askedPeriods},
  branch AS (
    SELECT asked.place, r.introduction_id AS id FROM asked ${referrals} WHERE r.introduction_id IS NOT NULL
    UNION
    SELECT branch.place, below.id
    FROM branch CROSS JOIN LATERAL (SELECT id FROM introductions WHERE parent_id = branch.id OFFSET 0) AS below
  ),
  credited AS MATERIALIZED (${dealsCreditedTo('$4::uuid')}),
  net AS (
    SELECT branch.place, d.currency, d.seller_id, ${netAmount('d')} AS amount,
      d.seller_id = $4 OR (d.amount_visibility = 'exact' AND origin.outcome_back AND d.id IN (SELECT id FROM credited)) AS seen
    FROM branch
    CROSS JOIN LATERAL (SELECT outcome_back FROM introductions WHERE id = branch.id OFFSET 0) AS origin
    CROSS JOIN LATERAL (SELECT * FROM deals WHERE origin_id = branch.id OFFSET 0) AS d
    WHERE d.seller_id = $4 OR d.amount_visibility <> 'hidden'
  )
  SELECT place, currency, count(*)::int AS deals, sum(amount)::text AS "amountMinor",
    coalesce(array_agg(DISTINCT seller_id::text) FILTER (WHERE NOT seen), '{}') AS "unseenSellers"
  FROM net GROUP BY place, currency ORDER BY currency`;

const texts: Record<LifetimeSubject, string> = {
  club: text(receivedInPeriod('club')),
  seat: text(receivedInPeriod('seat')),
  givenBySeat: text(givenBySeat),
};

/** What referrals brought, by currency; those of an inside referral have no chain, and are in no sum. */
export function lifetimeRows(
  manager: EntityManager,
  subject: LifetimeSubject,
  asked: readonly SubjectPeriod[],
  viewerId: string,
): Promise<LifetimeRow[]> {
  return manager.query<LifetimeRow[]>(texts[subject], [...askedParameters(asked), viewerId]);
}
