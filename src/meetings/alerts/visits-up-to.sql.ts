import type { EntityManager } from 'typeorm';
import { sameHuman } from '../../contacts/same-human.sql.js';
import type { VisitFact } from './finding.js';

/**
 * For each visitor who came to a meeting ($1): the closed meetings of the club up to that one to which a row came
 * that stands for the same human.
 */
const text = `
  SELECT v.id AS "visitorId", visit.id AS "visitId", e.id AS "meetingId", e.held_on::text AS day
  FROM meetings m
  JOIN visitors v ON v.meeting_id = m.id AND v.came_at IS NOT NULL
  JOIN contacts c ON c.id = v.contact_id
  JOIN contacts same ON ${sameHuman('c', 'same')}
  JOIN visitors visit ON visit.contact_id = same.id AND visit.club_id = v.club_id AND visit.came_at IS NOT NULL
  JOIN meetings e ON e.id = visit.meeting_id AND e.state = 'closed' AND e.starts_at <= m.starts_at
  WHERE m.id = $1
  ORDER BY v.id, e.starts_at, visit.id`;

export function visitsUpTo(manager: EntityManager, meetingId: string): Promise<VisitFact[]> {
  return manager.query<VisitFact[]>(text, [meetingId]);
}
