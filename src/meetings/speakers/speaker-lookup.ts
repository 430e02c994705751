import { type EntityManager, IsNull } from 'typeorm';
import type { Viewer } from '../../identity/viewer.js';
import { isOnLeave } from '../../members/leaves-on.js';
import { Membership } from '../../members/membership.entity.js';
import { DomainError, found } from '../../platform/graphql/errors.js';
import type { Meeting } from '../meeting.entity.js';
import { findMeeting, lockMeeting } from '../meeting-lookup.js';
import { Speaker } from './speaker.entity.js';

/**
 * The assignment, of a meeting the viewer may see.
 * @param field the input field that led to it
 * @throws DomainError NOT_FOUND
 */
export async function findSpeaker(
  manager: EntityManager,
  viewer: Viewer,
  { id, field }: { id: string; field: string },
): Promise<Speaker> {
  const speaker = await manager.findOneBy(Speaker, { id, releasedAt: IsNull() });
  const meeting = speaker && (await findMeeting(manager, viewer, speaker.meetingId));
  return found(meeting && speaker, 'speaker', field);
}

/**
 * Keeps the meetings in which they are to speak from changing. Whoever locks two meetings locks that of the lower key
 * first, so that no two wait for each other.
 */
export async function lockMeetingsOf(manager: EntityManager, viewer: Viewer, speakers: Speaker[]): Promise<void> {
  for (const id of speakers.map(({ meetingId }) => meetingId).sort()) await lockMeeting(manager, viewer, id);
}

/**
 * The member who shall speak in the meeting.
 * @param field the input field to blame
 * @throws DomainError NOT_A_MEMBER without a seat in the club on its day, ON_LEAVE
 */
export async function requireAvailable(
  manager: EntityManager,
  meeting: Meeting,
  { membershipId, field }: { membershipId: string; field: string },
): Promise<Membership> {
  const seat = await manager.findOneBy(Membership, { id: membershipId, clubId: meeting.clubId });
  if (!seat?.isHeldOn(meeting.heldOn)) {
    throw new DomainError('NOT_A_MEMBER', 'This is no seat that is held in the club on that day.', [field]);
  }
  if (await isOnLeave(manager, seat.id, meeting.heldOn)) {
    throw new DomainError('ON_LEAVE', 'The member is on leave on the day of the meeting.', [field]);
  }
  return seat;
}
