import type { EntityManager } from 'typeorm';
import { smallestGroupForDirector } from '../reports.policy.js';
import { enoughDeals } from '../return/indirect-share.js';

/** What clubs are compared by, each with what it is made of in `clubs_measured`. */
const measures = {
  members: 'members',
  growth: '(members - members_before)::float8 / nullif(members_before, 0)',
  referrals_per_member: 'given::float8 / nullif(members, 0)',
  conversion: 'customers::float8 / nullif(given, 0)',
  visitors: 'visitors',
  absence_rate: 'absent::float8 / nullif(weeks, 0)',
  return: 'return_minor',
  indirect_share: `CASE WHEN deals >= ${enoughDeals} AND return_minor > 0 THEN indirect_minor::float8 / return_minor END`,
  one_to_ones_per_member: 'one_to_ones::float8 / nullif(members, 0)',
} as const;
export type Measure = keyof typeof measures;
export const measureNames = Object.keys(measures) as Measure[];

/** The sets of members who contributed to measures; how large a club is contains nobody's doing. */
export const groups = ['given', 'visitors', 'absent', 'sellers', 'split', 'one_to_ones'] as const;
export type Group = (typeof groups)[number];

/** By whom a measure is made; null when it is nobody's doing. */
export const groupOf: Record<Measure, Group | null> = {
  members: null,
  growth: null,
  referrals_per_member: 'given',
  conversion: 'given',
  visitors: 'visitors',
  absence_rate: 'absent',
  return: 'sellers',
  indirect_share: 'split',
  one_to_ones_per_member: 'one_to_ones',
};

/** A club in a region and period, with the measures the director of the region is told. */
export interface ClubMeasuresRow {
  clubId: string;
  clubName: string;
  /** Of `return` and `indirect_share`. */
  currency: string;
  /** Null what is withheld, and what cannot be told for want of anything to divide by. `return` is in minor units. */
  values: Record<Measure, number | null>;
  withheld: Record<Group, boolean>;
  /** What the list is sorted by, as the database writes it. */
  sortValue: string;
}

export interface AskedClubs {
  /** All clubs of the region. */
  clubIds: readonly string[];
  from: string;
  to: string;
  /** Until when members are known. */
  today: string;
  /** Null for the one that most clubs of the region keep. */
  currency: string | null;
  /** Null for no order but that of the keys. */
  by: Measure | null;
  ascending: boolean;
  after: [value: string | number, clubId: string] | null;
  limit: number;
}

const few = (set: string) => `contributors_in(${set}) BETWEEN 1 AND ${smallestGroupForDirector - 1}`;

/** Who stands behind a return parted into direct and indirect: behind the one of the fewest, if that may not be told. */
export const splitBy = `CASE WHEN ${few('bit_or(sellers_1)')} THEN bit_or(sellers_1)
      WHEN ${few('bit_or(sellers_2 | sellers_3 | sellers_4)')} THEN bit_or(sellers_2 | sellers_3 | sellers_4)
      ELSE bit_or(sellers) END`;

/** Where it stands among the clubs that may be told, those of the fewest members first. */
const place = (group: Group) =>
  `row_number() OVER (PARTITION BY ${few(`${group}_by`)} OR ${group}_by = 0 ORDER BY contributors_in(${group}_by), club_id)`;
const together = (group: Group) => few(`coalesce(bit_or(${group}_by) FILTER (WHERE ${few(`${group}_by`)}) OVER (), 0)`);

const value = (measure: Measure): string => {
  const group = groupOf[measure];
  return group === null ? measures[measure] : `CASE WHEN NOT ${group}_withheld THEN ${measures[measure]} END`;
};

const membersOn = (day: string) =>
  `count(*) FILTER (WHERE s.joined_on <= ${day} AND (s.left_on IS NULL OR s.left_on > ${day}))::int`;

/**
 * Withheld is what fewer than five members of a club contributed to; and if all that of a region is of fewer than five
 * together, which the whole and the other clubs would tell, also what the fewest of another club contributed to: the
 * same rule as in withheld.ts. $4 is the currency, $5 today.
 */
const head = `
  WITH asked_clubs AS NOT MATERIALIZED (SELECT club_id FROM unnest($1::uuid[]) AS club_id),
  shown AS (
    SELECT coalesce($4, mode() WITHIN GROUP (ORDER BY c.currency)) AS currency
    FROM asked_clubs JOIN clubs c ON c.id = asked_clubs.club_id
  ),
  counted AS (
    SELECT m.club_id, sum(given_inside + given_outside) AS given, sum(given_customers) AS customers,
      sum(visitors) AS visitors, sum(absent) AS absent, sum(present + absent + late + medical + substitute) AS weeks,
      sum(one_to_ones) AS one_to_ones, bit_or(given_inside_by | given_outside_by) AS given_by,
      bit_or(visitors_by) AS visitors_by, bit_or(absent_by) AS absent_by, bit_or(one_to_ones_by) AS one_to_ones_by
    FROM asked_clubs JOIN club_months m ON m.club_id = asked_clubs.club_id AND m.month BETWEEN $2::date AND $3::date
    GROUP BY m.club_id
  ),
  returned AS (
    SELECT r.club_id, sum(deals_1 + deals_2 + deals_3 + deals_4) AS deals,
      sum(amount_1 + amount_2 + amount_3 + amount_4) AS return_minor,
      sum(amount_2 + amount_3 + amount_4) AS indirect_minor, bit_or(sellers) AS sellers_by,
      ${splitBy} AS split_by
    FROM asked_clubs JOIN club_month_returns r ON r.club_id = asked_clubs.club_id AND r.month BETWEEN $2::date AND $3::date
      AND r.currency = (SELECT currency FROM shown)
    GROUP BY r.club_id
  ),
  sized AS (
    SELECT s.club_id, ${membersOn('least($3::date, $5::date)')} AS members, ${membersOn('$2::date - 1')} AS members_before
    FROM asked_clubs JOIN memberships s ON s.club_id = asked_clubs.club_id GROUP BY s.club_id
  ),
  clubs_measured AS (
    SELECT club_id, coalesce(members, 0) AS members, coalesce(members_before, 0) AS members_before,
      ${['given', 'customers', 'visitors', 'absent', 'weeks', 'one_to_ones', 'deals', 'return_minor', 'indirect_minor']
        .map((column) => `coalesce(${column}, 0) AS ${column}`)
        .join(', ')},
      ${groups.map((group) => `coalesce(${group}_by, 0) AS ${group}_by`).join(', ')}
    FROM asked_clubs LEFT JOIN counted USING (club_id) LEFT JOIN returned USING (club_id) LEFT JOIN sized USING (club_id)
  ),
  judged AS (
    SELECT *, ${groups
      .map(
        (group) =>
          `${few(`${group}_by`)} OR (${together(group)} AND ${group}_by <> 0 AND ${place(group)} = 1) AS ${group}_withheld`,
      )
      .join(', ')}
    FROM clubs_measured
  )`;

const sortValue = (by: Measure | null, ascending: boolean): string => {
  const last = ascending ? 'Infinity' : '-Infinity';
  return by === null ? '0::float8' : `coalesce((${value(by)})::float8, '${last}')`;
};

const text = (by: Measure | null, ascending: boolean): string => `
  ${head},
  sorted AS (SELECT judged.*, ${sortValue(by, ascending)} AS sort_value FROM judged)
  SELECT club_id AS "clubId", c.name AS "clubName", (SELECT currency FROM shown) AS currency,
    sort_value::text AS "sortValue",
    json_build_object(${measureNames.map((measure) => `'${measure}', ${value(measure)}`).join(', ')}) AS values,
    json_build_object(${groups.map((group) => `'${group}', ${group}_withheld`).join(', ')}) AS withheld
  FROM sorted JOIN clubs c ON c.id = club_id
  WHERE $6::float8 IS NULL OR (sort_value, club_id) ${ascending ? '>' : '<'} ($6::float8, $7::uuid)
  ORDER BY sort_value ${ascending ? 'ASC' : 'DESC'}, club_id ${ascending ? 'ASC' : 'DESC'} LIMIT $8`;

/** The clubs of a region and all below it with their measures, what is withheld or unknown last. */
export function clubMeasures(manager: EntityManager, asked: AskedClubs): Promise<ClubMeasuresRow[]> {
  const { clubIds, from, to, today, currency, by, ascending, after, limit } = asked;
  return manager.query<ClubMeasuresRow[]>(text(by, ascending), [
    ...[clubIds, from, to, currency, today],
    ...[after?.[0] ?? null, after?.[1] ?? null, limit],
  ]);
}
