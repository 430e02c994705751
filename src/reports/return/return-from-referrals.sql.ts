import { moneyInPeriod, type ReturnSubject } from './money-in-period.sql.js';

/** The indirect return, in one currency, of deals with a referral anywhere in the chain of introductions above them. */
export interface FromReferralsRow {
  place: number;
  currency: string;
  amountMinor: string;
  /** Who sold them, and who sold the rest of the indirect return. */
  sellers: string[];
  otherSellers: string[];
}

const text = (subject: ReturnSubject): string => `
  WITH RECURSIVE ${moneyInPeriod(subject)},
  indirect AS MATERIALIZED (
    SELECT place, currency, origin_id, seller_id, amount_minor FROM money WHERE degree > 1
  ),
  lineage (origin_id, introduction_id) AS (
    SELECT origin_id, origin_id FROM (SELECT DISTINCT origin_id FROM indirect) AS origins
    UNION
    SELECT lineage.origin_id, above.parent_id
    FROM lineage CROSS JOIN LATERAL (SELECT parent_id FROM introductions WHERE id = introduction_id OFFSET 0) AS above
    WHERE above.parent_id IS NOT NULL
  ),
  referred AS (
    SELECT DISTINCT lineage.origin_id
    FROM lineage CROSS JOIN LATERAL (SELECT FROM referrals r WHERE r.introduction_id = lineage.introduction_id OFFSET 0) AS r
  )
  SELECT place, currency, coalesce(sum(amount_minor) FILTER (WHERE goes_back), 0)::bigint::text AS "amountMinor",
    coalesce(array_agg(DISTINCT seller_id::text) FILTER (WHERE goes_back), '{}') AS sellers,
    coalesce(array_agg(DISTINCT seller_id::text) FILTER (WHERE NOT goes_back), '{}') AS "otherSellers"
  FROM (SELECT indirect.*, origin_id IN (SELECT origin_id FROM referred) AS goes_back FROM indirect) AS judged
  GROUP BY place, currency`;

/** The indirect return that goes back to a referral, by currency; currencies without indirect return have no row. */
export const returnFromReferrals: Record<ReturnSubject, string> = { club: text('club'), seat: text('seat') };
