import { moneyInPeriod, type ReturnSubject } from './money-in-period.sql.js';

/** The return of one degree in one currency, for the subject and period at a place of the list asked about. */
export interface DegreeRow {
  place: number;
  currency: string;
  /** 1, 2, 3, or 4 for the fourth and beyond; null for own acquisition. */
  degree: number | null;
  /** Deals with their own day in the period. */
  deals: number;
  amountMinor: string;
  repeatDeals: number;
  repeatAmountMinor: string;
  /** What each deal with money in the period brought. */
  amountsMinor: number[];
  /** Who sold them; who sold to new buyers, and who to such as had bought before. */
  sellers: string[];
  newSellers: string[];
  repeatSellers: string[];
}

const text = (subject: ReturnSubject): string => `
  WITH ${moneyInPeriod(subject)},
  deal_returns AS (
    SELECT place, deal_id, seller_id, currency, degree, repeat,
           sum(amount_minor)::bigint AS amount_minor, sum(deals)::int AS deals
    FROM money GROUP BY place, deal_id, seller_id, currency, degree, repeat
  )
  SELECT place, currency, degree,
    sum(deals)::int AS deals,
    sum(amount_minor)::bigint::text AS "amountMinor",
    coalesce(sum(deals) FILTER (WHERE repeat), 0)::int AS "repeatDeals",
    coalesce(sum(amount_minor) FILTER (WHERE repeat), 0)::bigint::text AS "repeatAmountMinor",
    array_agg(amount_minor::float8) AS "amountsMinor",
    array_agg(DISTINCT seller_id::text) AS sellers,
    coalesce(array_agg(DISTINCT seller_id::text) FILTER (WHERE NOT repeat), '{}') AS "newSellers",
    coalesce(array_agg(DISTINCT seller_id::text) FILTER (WHERE repeat), '{}') AS "repeatSellers"
  FROM deal_returns GROUP BY place, currency, degree`;

/** The return by currency and degree; degrees without any money in the period have no row. */
export const returnByDegree: Record<ReturnSubject, string> = { club: text('club'), seat: text('seat') };
