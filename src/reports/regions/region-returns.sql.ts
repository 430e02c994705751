import type { EntityManager } from 'typeorm';
import type { SubjectPeriod } from '../asked-periods.js';
import type { RegionClubs } from './clubs-of-regions.sql.js';
import { clubsListed, listedParameters } from './region-months.sql.js';

const degrees = ['own', '1', '2', '3', '4'] as const;
type Degree = (typeof degrees)[number];

/** The money of a region in one currency and month, for the period at a place of the list asked about. */
export interface RegionReturnRow {
  place: number;
  currency: string;
  /** YYYY-MM */
  month: string;
  /** By degree, own acquisition as `own`: deals closed in the month. */
  deals: Record<Degree, number>;
  /** The same in minor units, adjustments by their own month within. */
  amounts: Record<Degree, string>;
  /** Sums of the squares of all rows of money, of the first degree and beyond. */
  squares: { direct: string; indirect: string };
  /** The sets of those who sold, as `contributor` in the database makes them: 64 bits. */
  sellers: string;
  /** The same by degree. */
  degreeSellers: Record<Exclude<Degree, 'own'>, string>;
  ownSellers: string;
}

const byDegree = (column: string, type: string) =>
  degrees.map((degree) => `'${degree}', sum(r.${column}_${degree})::${type}`).join(', ');

const sellersByDegree = degrees
  .slice(1)
  .map((degree) => `'${degree}', bit_or(r.sellers_${degree})::text`)
  .join(', ');

const text = `
  ${clubsListed},
  monthly AS MATERIALIZED (
    SELECT region_id, r.currency, r.month,
      json_build_object(${byDegree('deals', 'int')}) AS deals,
      json_build_object(${byDegree('amount', 'text')}) AS amounts,
      json_build_object('direct', sum(r.squares_direct)::text, 'indirect', sum(r.squares_indirect)::text) AS squares,
      json_build_object(${sellersByDegree}) AS degree_sellers,
      bit_or(r.sellers)::text AS sellers, bit_or(r.sellers_own)::text AS own_sellers
    FROM listed JOIN club_month_returns r USING (club_id)
    WHERE r.month BETWEEN $6::date AND $7::date GROUP BY region_id, r.currency, r.month
  )
  SELECT place, currency, to_char(month, 'YYYY-MM') AS month, deals, amounts, squares, sellers,
    degree_sellers AS "degreeSellers", own_sellers AS "ownSellers"
  FROM asked JOIN monthly ON region_id = subject_id AND month BETWEEN from_day AND to_day
  ORDER BY currency, month`;

/** The money of regions by currency and month; months without any have no row. */
export function regionReturns(
  manager: EntityManager,
  asked: readonly SubjectPeriod[],
  clubs: RegionClubs,
): Promise<RegionReturnRow[]> {
  return manager.query<RegionReturnRow[]>(text, listedParameters(asked, clubs));
}
