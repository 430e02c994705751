import type { EntityManager } from 'typeorm';
import type { SubjectPeriod } from '../asked-periods.js';
import type { RegionClubs } from './clubs-of-regions.sql.js';
import { clubsListed, listedParameters } from './region-months.sql.js';

/** What is summed, and the columns of `club_months` with its number and with who contributed. */
const sums = {
  present: ['present', 'present_by'],
  absent: ['absent', 'absent_by'],
  late: ['late', 'late_by'],
  medical: ['medical', 'medical_by'],
  substitute: ['substitute', 'substitute_by'],
  referralsGivenInside: ['given_inside', 'given_inside_by'],
  referralsGivenOutside: ['given_outside', 'given_outside_by'],
  referralsReceived: ['received_inside + received_outside', 'received_by'],
  given: ['given_inside + given_outside', 'given_inside_by | given_outside_by'],
  contacted: ['given_contacted', 'given_inside_by | given_outside_by'],
  contactedInTime: ['given_in_time', 'given_inside_by | given_outside_by'],
  customers: ['given_customers', 'given_inside_by | given_outside_by'],
  visitors: ['visitors', 'visitors_by'],
  oneToOnes: ['one_to_ones', 'one_to_ones_by'],
  educationHundredths: ['education_hundredths', 'education_by'],
  testimonials: ['testimonials', 'testimonials_by'],
} as const;
export type RegionFigure = keyof typeof sums;

/** A sum, and how many members contributed at least; of a few it is exactly so many but for a rare chance. */
export interface ContributedSum {
  sum: number;
  contributors: number;
}

/** All counts of a region in the period at a place of the list asked about. */
export interface RegionCountsRow {
  place: number;
  joined: number;
  left: number;
  figures: Record<RegionFigure, ContributedSum>;
}

/** Each set is made once, for whatever figures it is of. */
const sets = [...new Set(Object.values(sums).map(([, contributors]) => contributors))];
const setName = (contributors: (typeof sets)[number]) => `set_${sets.indexOf(contributors)}`;
const names = Object.entries(sums);

const figures = names.map(
  ([name, [, contributors]]) => `'${name}', json_build_object('sum', coalesce(sum("${name}"), 0),
    'contributors', contributors_in(coalesce(bit_or(${setName(contributors)}), 0)))`,
);

/** Every row of a month of a club is read once, however many periods it lies in. */
const text = `
  ${clubsListed},
  monthly AS MATERIALIZED (
    SELECT region_id, m.month, sum(members_joined) AS joined, sum(members_left) AS left_seats,
      ${names.map(([name, [number]]) => `sum(${number}) AS "${name}"`).join(', ')},
      ${sets.map((contributors) => `bit_or(${contributors}) AS ${setName(contributors)}`).join(', ')}
    FROM listed JOIN club_months m USING (club_id)
    WHERE m.month BETWEEN $6::date AND $7::date GROUP BY region_id, m.month
  )
  SELECT place, coalesce(sum(joined), 0)::int AS joined, coalesce(sum(left_seats), 0)::int AS left,
    json_build_object(${figures.join(', ')}) AS figures
  FROM asked JOIN monthly ON region_id = subject_id AND month BETWEEN from_day AND to_day
  GROUP BY place`;

/** The counts of regions in periods of whole months; a region without any has no row. */
export function regionCounts(
  manager: EntityManager,
  asked: readonly SubjectPeriod[],
  clubs: RegionClubs,
): Promise<RegionCountsRow[]> {
  return manager.query<RegionCountsRow[]>(text, listedParameters(asked, clubs));
}
