import type { EntityManager } from 'typeorm';
import { Club } from '../../clubs/club.entity.js';
import { lockClub } from '../../clubs/lock-club.js';
import type { Viewer } from '../../identity/viewer.js';
import { found } from '../../platform/graphql/errors.js';
import type { Meeting } from '../meeting.entity.js';
import { findMeeting, lockMeeting } from '../meeting-lookup.js';

/**
 * The club, with its calendar kept from changing until the transaction ends: whoever plans, moves or cancels several
 * meetings, or what they are planned by, does so one after the other. It is locked before any meeting of the club.
 */
export function lockCalendar(manager: EntityManager, clubId: string): Promise<Club> {
  return lockClub(manager, clubId);
}

/**
 * The meeting and the calendar it stands in, both locked, in the order that all keep to.
 * @throws DomainError NOT_FOUND
 */
export async function lockMeetingAndCalendar(
  manager: EntityManager,
  viewer: Viewer,
  meetingId: string,
): Promise<{ meeting: Meeting; club: Club }> {
  const { clubId } = found(await findMeeting(manager, viewer, meetingId), 'meeting', 'meetingId');
  const club = await lockCalendar(manager, clubId);
  return { club, meeting: await lockMeeting(manager, viewer, meetingId) };
}
