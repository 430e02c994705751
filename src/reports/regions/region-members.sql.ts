import type { EntityManager } from 'typeorm';
import { askedParameters, askedPeriods, type SubjectPeriod } from '../asked-periods.js';
import type { RegionClubs } from './clubs-of-regions.sql.js';

/** How many seats are held on the last day of the period at a place of the list, or today if that comes first. */
export interface RegionMembersRow {
  place: number;
  members: number;
}

/** $6 is today. Seats are counted by the days that are asked about, so that each is read once. */
const text = `
  WITH ${askedPeriods},
  days AS (SELECT DISTINCT subject_id AS region_id, least(to_day, $6::date) AS day FROM asked),
  sized AS MATERIALIZED (
    SELECT days.region_id, days.day, count(*)::int AS members
    FROM unnest($4::uuid[], $5::uuid[]) AS listed (region_id, club_id)
    JOIN memberships s ON s.club_id = listed.club_id
    JOIN days ON days.region_id = listed.region_id AND s.joined_on <= days.day
      AND (s.left_on IS NULL OR s.left_on > days.day)
    GROUP BY days.region_id, days.day
  )
  SELECT place, members FROM asked JOIN sized ON region_id = subject_id AND day = least(to_day, $6::date)`;

/** The members of regions; a region without any has no row. */
export function regionMembers(
  manager: EntityManager,
  asked: readonly SubjectPeriod[],
  { clubs, today }: { clubs: RegionClubs; today: string },
): Promise<RegionMembersRow[]> {
  return manager.query<RegionMembersRow[]>(text, [...askedParameters(asked), clubs.regionIds, clubs.clubIds, today]);
}
