import type { EntityManager } from 'typeorm';
import type { TermFact } from './finding.js';

/** The terms begun by a day ($2) of those who have a seat in a club ($1) on it; those that never held are left out. */
const text = `
  SELECT o.membership_id AS "membershipId", o.id AS "officeId", o.name, o.starts_on::text AS "startsOn",
    o.ends_on::text AS "endsOn"
  FROM offices o
  JOIN memberships s ON s.id = o.membership_id AND daterange(s.joined_on, s.left_on) @> $2::date
  WHERE o.club_id = $1 AND o.starts_on <= $2 AND (o.ends_on IS NULL OR o.ends_on > o.starts_on)
  ORDER BY o.membership_id, o.name, o.starts_on`;

export function termsUpTo(manager: EntityManager, clubId: string, day: string): Promise<TermFact[]> {
  return manager.query<TermFact[]>(text, [clubId, day]);
}
