import { moneyInPeriod, type ReturnSubject } from './money-in-period.sql.js';

/** The networking return of one calendar month in one currency, as far as the month lies in the period. */
export interface MonthRow {
  place: number;
  currency: string;
  /** YYYY-MM */
  month: string;
  /** Of the first degree. */
  directMinor: string;
  /** Of the second degree and beyond. */
  indirectMinor: string;
  /** Who sold what is direct, and what is indirect. */
  directSellers: string[];
  indirectSellers: string[];
}

const text = (subject: ReturnSubject): string => `
  WITH ${moneyInPeriod(subject)}
  SELECT place, currency, to_char(day, 'YYYY-MM') AS month,
    coalesce(sum(amount_minor) FILTER (WHERE degree = 1), 0)::bigint::text AS "directMinor",
    coalesce(sum(amount_minor) FILTER (WHERE degree > 1), 0)::bigint::text AS "indirectMinor",
    coalesce(array_agg(DISTINCT seller_id::text) FILTER (WHERE degree = 1), '{}') AS "directSellers",
    coalesce(array_agg(DISTINCT seller_id::text) FILTER (WHERE degree > 1), '{}') AS "indirectSellers"
  FROM money WHERE degree IS NOT NULL GROUP BY place, currency, to_char(day, 'YYYY-MM')`;

/** The networking return by currency and month; months without any have no row. */
export const returnByMonth: Record<ReturnSubject, string> = { club: text('club'), seat: text('seat') };
