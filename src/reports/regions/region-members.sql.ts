import type { EntityManager } from 'typeorm';
import { askedParameters, type SubjectPeriod } from '../asked-periods.js';
import { clubsOfRegions } from './clubs-of-regions.sql.js';

/** How large a region is on the last day of the period at a place of the list, or today if that comes first. */
export interface RegionMembersRow {
  place: number;
  clubs: number;
  members: number;
}

/** $4 is today. */
const text = `
  ${clubsOfRegions}
  SELECT asked.place,
    (SELECT count(*)::int FROM asked_clubs WHERE asked_clubs.place = asked.place) AS clubs,
    (SELECT count(*)::int FROM asked_clubs JOIN memberships s ON s.club_id = asked_clubs.club_id
     WHERE asked_clubs.place = asked.place AND s.joined_on <= least(asked.to_day, $4::date)
       AND (s.left_on IS NULL OR s.left_on > least(asked.to_day, $4::date))) AS members
  FROM asked`;

export function regionMembers(
  manager: EntityManager,
  asked: readonly SubjectPeriod[],
  today: string,
): Promise<RegionMembersRow[]> {
  return manager.query<RegionMembersRow[]>(text, [...askedParameters(asked), today]);
}
