import type { EntityManager } from 'typeorm';
import { askedParameters, type SubjectPeriod } from '../asked-periods.js';
import { clubsOfRegions } from './clubs-of-regions.sql.js';

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

const figures = Object.entries(sums).map(
  ([name, [number, contributors]]) => `'${name}', json_build_object('sum', coalesce(sum(${number}), 0),
    'contributors', contributors_in(coalesce(bit_or(${contributors}), 0)))`,
);

const text = `
  ${clubsOfRegions}
  SELECT place, coalesce(sum(members_joined), 0)::int AS joined, coalesce(sum(members_left), 0)::int AS left,
    json_build_object(${figures.join(', ')}) AS figures
  FROM asked_clubs LEFT JOIN club_months m ON m.club_id = asked_clubs.club_id AND m.month BETWEEN from_day AND to_day
  GROUP BY place`;

/** The counts of regions in periods of whole months; a region without clubs has no row. */
export function regionCounts(manager: EntityManager, asked: readonly SubjectPeriod[]): Promise<RegionCountsRow[]> {
  return manager.query<RegionCountsRow[]>(text, askedParameters(asked));
}
