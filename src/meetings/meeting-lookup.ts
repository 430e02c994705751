import type { EntityManager } from 'typeorm';
import type { Viewer } from '../identity/viewer.js';
import { found } from '../platform/graphql/errors.js';
import { Meeting } from './meeting.entity.js';
import { onlyVisibleMeetings } from './meetings.policy.js';

/** The meeting, or null when there is none the viewer may see. */
export function findMeeting(manager: EntityManager, viewer: Viewer, id: string): Promise<Meeting | null> {
  return onlyVisibleMeetings(manager.createQueryBuilder(Meeting, 'meeting').where({ id }), viewer).getOne();
}

/**
 * The meeting, kept from changing until the transaction ends: whoever records something of it does so one after
 * the other.
 * @throws DomainError NOT_FOUND
 */
export async function lockMeeting(manager: EntityManager, viewer: Viewer, id: string): Promise<Meeting> {
  const meetings = onlyVisibleMeetings(manager.createQueryBuilder(Meeting, 'meeting').where({ id }), viewer);
  const meeting = await meetings.setLock('for_no_key_update', undefined, ['meeting']).getOne();
  return found(meeting, 'meeting', 'meetingId');
}

/** The meeting of something that was found already, kept from changing until the transaction ends. */
export function holdMeeting(manager: EntityManager, id: string): Promise<Meeting> {
  return manager.findOneOrFail(Meeting, { where: { id }, lock: { mode: 'for_no_key_update' } });
}
