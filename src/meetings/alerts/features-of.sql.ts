import type { EntityManager } from 'typeorm';
import type { Period } from '../../platform/period.js';
import type { FeatureFact } from './finding.js';

/** The feature presentations of a meeting ($1), each with the education units its giver earned within a window. */
const text = `
  SELECT p.membership_id AS "membershipId", p.meeting_id AS "meetingId", u.earned_on::text AS day, u.units
  FROM presentations p
  LEFT JOIN education_units u ON u.membership_id = p.membership_id AND u.club_id = p.club_id
    AND u.earned_on BETWEEN $2 AND $3
  WHERE p.meeting_id = $1 AND p.kind = 'feature'
  ORDER BY p.membership_id, u.earned_on, u.id`;

export function featuresOf(manager: EntityManager, meetingId: string, { from, to }: Period): Promise<FeatureFact[]> {
  return manager.query<FeatureFact[]>(text, [meetingId, from, to]);
}
