import type { EntityManager } from 'typeorm';
import { askedParameters, type SubjectPeriod } from '../asked-periods.js';
import { clubsOfRegions } from './clubs-of-regions.sql.js';

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
  ownSellers: string;
}

const byDegree = (column: string, type: string) =>
  degrees.map((degree) => `'${degree}', sum(r.${column}_${degree})::${type}`).join(', ');

const text = `
  ${clubsOfRegions}
  SELECT place, r.currency, to_char(r.month, 'YYYY-MM') AS month,
    json_build_object(${byDegree('deals', 'int')}) AS deals,
    json_build_object(${byDegree('amount', 'text')}) AS amounts,
    json_build_object('direct', sum(r.squares_direct)::text, 'indirect', sum(r.squares_indirect)::text) AS squares,
    bit_or(r.sellers)::text AS sellers, bit_or(r.sellers_own)::text AS "ownSellers"
  FROM asked_clubs JOIN club_month_returns r ON r.club_id = asked_clubs.club_id AND r.month BETWEEN from_day AND to_day
  GROUP BY place, r.currency, r.month ORDER BY r.currency, r.month`;

/** The money of regions by currency and month; months without any have no row. */
export function regionReturns(manager: EntityManager, asked: readonly SubjectPeriod[]): Promise<RegionReturnRow[]> {
  return manager.query<RegionReturnRow[]>(text, askedParameters(asked));
}
