import { type EntityManager, In } from 'typeorm';
import { notFound } from '../../platform/graphql/errors.js';
import type { Meeting } from '../meeting.entity.js';
import { Visitor } from '../visitor.entity.js';
import type { VisitInput } from './closing.types.js';

/**
 * Sets of visitors of a closed meeting whether they came. The only place here that knows how that is recorded.
 * @param now the moment at which it is recorded
 * @returns those of whom something else was recorded before; null for nothing
 * @throws DomainError NOT_FOUND naming the first that is no visitor of the meeting
 */
export async function correctVisits(
  manager: EntityManager,
  meeting: Meeting,
  { visits, now }: { visits: VisitInput[]; now: Date },
): Promise<{ visitorId: string; before: boolean | null; after: boolean }[]> {
  if (visits.length === 0) return [];
  const visitors = await manager.find(Visitor, {
    where: { meetingId: meeting.id, id: In(visits.map(({ visitorId }) => visitorId)) },
    order: { id: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  });
  const recorded = new Map(visitors.map(({ id, cameAt }) => [id, cameAt !== null]));
  const stranger = visits.findIndex(({ visitorId }) => !recorded.has(visitorId));
  if (stranger >= 0) throw notFound('visitor', 'visits', String(stranger), 'visitorId');
  const changes = visits
    .map(({ visitorId, came }) => ({ visitorId, before: recorded.get(visitorId) ?? null, after: came }))
    .filter(({ before, after }) => before !== after);
  await manager.query(
    'UPDATE visitors SET came_at = CASE WHEN id = ANY ($1) THEN $2::timestamptz END WHERE id = ANY ($3)',
    [
      changes.filter(({ after }) => after).map(({ visitorId }) => visitorId),
      now,
      changes.map(({ visitorId }) => visitorId),
    ],
  );
  return changes;
}
