import type { EntityManager } from 'typeorm';
import type { Period } from '../../platform/period.js';
import type { LetterFact } from './finding.js';

/** The letters that can count against those who have a seat in a club ($1) on the last day ($3) of a window. */
const text = `
  SELECT a.membership_id AS "membershipId", a.meeting_id AS "meetingId", m.held_on::text AS day, a.letter
  FROM memberships s
  JOIN attendances a ON a.membership_id = s.id AND a.club_id = s.club_id
  JOIN meetings m ON m.id = a.meeting_id AND m.state = 'closed'
  WHERE s.club_id = $1 AND daterange(s.joined_on, s.left_on) @> $3::date
    AND m.held_on BETWEEN $2 AND $3 AND a.letter IN ('absent', 'late', 'substitute')
  ORDER BY m.starts_at, m.id`;

export function lettersUpTo(manager: EntityManager, clubId: string, { from, to }: Period): Promise<LetterFact[]> {
  return manager.query<LetterFact[]>(text, [clubId, from, to]);
}
