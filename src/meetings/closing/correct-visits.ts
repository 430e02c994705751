import { type EntityManager, In } from 'typeorm';
import { DomainError, notFound } from '../../platform/graphql/errors.js';
import type { Meeting } from '../meeting.entity.js';
import { Visitor } from '../visitors/visitor.entity.js';
import type { VisitInput } from './closing.types.js';

interface VisitChange {
  visitorId: string;
  /** Null when nothing was recorded. */
  before: boolean | null;
  after: boolean;
}

/**
 * Sets of visitors of a closed meeting whether they came.
 * @param now the moment at which it is recorded
 * @returns those of whom something else was recorded before
 * @throws DomainError NOT_FOUND, STAGE_NOT_REACHABLE naming the first that is no visitor of the meeting, or of whom it
 * is recorded already what only who came can do
 */
export async function correctVisits(
  manager: EntityManager,
  meeting: Meeting,
  { visits, now }: { visits: VisitInput[]; now: Date },
): Promise<VisitChange[]> {
  if (visits.length === 0) return [];
  const visitors = await manager.find(Visitor, {
    where: { meetingId: meeting.id, id: In(visits.map(({ visitorId }) => visitorId)) },
    order: { id: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  });
  const byId = new Map(visitors.map((visitor) => [visitor.id, visitor]));
  const changes = visits.flatMap(({ visitorId, came }, index): VisitChange[] => {
    const field = ['visits', String(index), 'visitorId'];
    const visitor = byId.get(visitorId);
    if (!visitor) throw notFound('visitor', ...field);
    if (visitor.came === came) return [];
    if (!visitor.canTake(came ? 'came' : 'did_not_come')) {
      throw new DomainError('STAGE_NOT_REACHABLE', 'Who was followed up or applied has come.', field);
    }
    return [{ visitorId, before: visitor.came, after: came }];
  });
  await manager.query(
    `UPDATE visitors SET came_at = CASE WHEN id = ANY ($1) THEN $2::timestamptz END,
       did_not_come_at = CASE WHEN NOT id = ANY ($1) THEN $2::timestamptz END
     WHERE id = ANY ($3)`,
    [
      changes.filter(({ after }) => after).map(({ visitorId }) => visitorId),
      now,
      changes.map(({ visitorId }) => visitorId),
    ],
  );
  return changes;
}
