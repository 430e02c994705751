import type { EntityManager } from 'typeorm';
import { type Group, splitBy } from './club-measures.sql.js';

/** What a club did in one month, and who contributed: sets as `contributor` in the database makes them. */
export interface ClubMonthRow {
  clubId: string;
  /** YYYY-MM */
  month: string;
  members: number;
  membersBefore: number;
  given: number;
  customers: number;
  visitors: number;
  absent: number;
  weeks: number;
  oneToOnes: number;
  deals: number;
  returnMinor: string;
  indirectMinor: string;
  contributors: Record<Group, string>;
}

const membersOn = (day: string) => `(
  SELECT count(*)::int FROM memberships s WHERE s.club_id = asked.club_id
    AND s.joined_on <= ${day} AND (s.left_on IS NULL OR s.left_on > ${day}))`;

const text = `
  WITH asked AS (
    SELECT club_id, month::date, (month + interval '1 month')::date - 1 AS last_day
    FROM unnest($1::uuid[]) AS club_id, generate_series($2::timestamp, $3::timestamp, interval '1 month') AS month
  ),
  returned AS (
    SELECT club_id, month, sum(deals_1 + deals_2 + deals_3 + deals_4)::int AS deals,
      sum(amount_1 + amount_2 + amount_3 + amount_4) AS return_minor,
      sum(amount_2 + amount_3 + amount_4) AS indirect_minor, bit_or(sellers) AS sellers,
      ${splitBy} AS split
    FROM club_month_returns
    WHERE club_id = ANY ($1) AND month BETWEEN $2::date AND $3::date AND currency = $4 GROUP BY club_id, month
  )
  SELECT asked.club_id AS "clubId", to_char(asked.month, 'YYYY-MM') AS month,
    ${membersOn('least(asked.last_day, $5::date)')} AS members, ${membersOn('asked.month - 1')} AS "membersBefore",
    coalesce(m.given_inside + m.given_outside, 0) AS given, coalesce(m.given_customers, 0) AS customers,
    coalesce(m.visitors, 0) AS visitors, coalesce(m.absent, 0) AS absent,
    coalesce(m.present + m.absent + m.late + m.medical + m.substitute, 0) AS weeks,
    coalesce(m.one_to_ones, 0) AS "oneToOnes", coalesce(r.deals, 0) AS deals,
    coalesce(r.return_minor, 0)::text AS "returnMinor", coalesce(r.indirect_minor, 0)::text AS "indirectMinor",
    json_build_object(
      'given', coalesce(m.given_inside_by | m.given_outside_by, 0)::text, 'visitors', coalesce(m.visitors_by, 0)::text,
      'absent', coalesce(m.absent_by, 0)::text, 'one_to_ones', coalesce(m.one_to_ones_by, 0)::text,
      'sellers', coalesce(r.sellers, 0)::text, 'split', coalesce(r.split, 0)::text) AS contributors
  FROM asked LEFT JOIN club_months m ON m.club_id = asked.club_id AND m.month = asked.month
  LEFT JOIN returned r ON r.club_id = asked.club_id AND r.month = asked.month
  ORDER BY asked.club_id, asked.month`;

export interface AskedMonths {
  clubIds: readonly string[];
  /** The first days of the first and of the last month. */
  from: string;
  to: string;
  currency: string;
  /** Until when members are known. */
  today: string;
}

/** Every month of the period for each of the clubs, in order. */
export function clubMonthMeasures(manager: EntityManager, asked: AskedMonths): Promise<ClubMonthRow[]> {
  const { clubIds, from, to, currency, today } = asked;
  return manager.query<ClubMonthRow[]>(text, [clubIds, from, to, currency, today]);
}
