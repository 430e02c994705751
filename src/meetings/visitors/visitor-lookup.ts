import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../identity/viewer.js';
import { found } from '../../platform/graphql/errors.js';
import { Meeting } from '../meeting.entity.js';
import { lockMeeting } from '../meeting-lookup.js';
import { Visitor } from './visitor.entity.js';
import { visibleVisitors } from './visitors.policy.js';

/** The visitor of a club the viewer sits in, or null. */
export function findVisitor(manager: EntityManager, viewer: Viewer, id: string): Promise<Visitor | null> {
  return manager.findOneBy(Visitor, { ...visibleVisitors(viewer), id });
}

/**
 * The visitor with his meeting, which is kept from changing until the transaction ends.
 * @throws DomainError NOT_FOUND
 */
export async function lockVisitor(
  manager: EntityManager,
  viewer: Viewer,
  id: string,
): Promise<{ visitor: Visitor; meeting: Meeting }> {
  const { meetingId } = found(await findVisitor(manager, viewer, id), 'visitor', 'visitorId');
  const meeting = await lockMeeting(manager, viewer, meetingId);
  return { visitor: await manager.findOneByOrFail(Visitor, { id }), meeting };
}

/** The meeting of something that was found already, kept from changing until the transaction ends. */
export function holdMeeting(manager: EntityManager, id: string): Promise<Meeting> {
  return manager.findOneOrFail(Meeting, { where: { id }, lock: { mode: 'for_no_key_update' } });
}
