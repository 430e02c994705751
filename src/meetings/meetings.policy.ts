import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Club } from '../clubs/club.entity.js';
import { canAdminister } from '../clubs/clubs.policy.js';
import type { Viewer } from '../identity/viewer.js';
import type { Membership } from '../members/membership.entity.js';
import type { Meeting } from './meeting.entity.js';
import type { MeetingAbilities } from './meetings.types.js';

/** Leaves what is of the clubs the viewer sits in, and of the networks he administers: meetings, and their plan. */
export function onlyVisibleMeetings<T extends ObjectLiteral & { clubId: string }>(
  meetings: SelectQueryBuilder<T>,
  viewer: Viewer,
): SelectQueryBuilder<T> {
  const clubId = `${meetings.alias}.clubId`;
  return meetings
    .innerJoin(Club, 'club', `club.id = ${clubId}`)
    .andWhere(`(${clubId} = ANY (:clubIds) OR club.networkId = ANY (:administeredIds))`, {
      clubIds: viewer.clubIds,
      administeredIds: viewer.administeredNetworkIds,
    });
}

/** What a club does in its meetings happens in the room: who sits in the club sees it, and nobody else. */
export function canSeeRoom(viewer: Viewer, subject: { clubId: string }): boolean {
  return viewer.isMemberOf(subject.clubId);
}

/** How often a member was there, and what he learnt, is seen by his club, and by himself after he left it. */
export function canSeeRecord(viewer: Viewer, seat: Membership): boolean {
  return viewer.is(seat.personId) || viewer.isMemberOf(seat.clubId);
}

/** Planning is of meetings, of the series and holidays they follow, and of who may read all that from outside. */
export function canPlan(viewer: Viewer, club: Club): boolean {
  return (
    canAdminister(viewer, club) || viewer.holdsOffice(club.id, 'president', 'vice_president', 'secretary_treasurer')
  );
}

/** Opening, closing and attendance are the work of whoever of the board is there. */
export function canLead(viewer: Viewer, meeting: Meeting): boolean {
  return viewer.isOnBoard(meeting.clubId);
}

/** What the viewer may do with a meeting in the state it is in. */
export function abilitiesOf(viewer: Viewer, meeting: Meeting, club: Club): MeetingAbilities {
  return {
    meeting,
    open: canLead(viewer, meeting) && meeting.state === 'planned',
    recordAttendance: canLead(viewer, meeting) && meeting.state === 'open',
    close: canLead(viewer, meeting) && meeting.canBecome('closed'),
    cancel: canPlan(viewer, club) && meeting.canBecome('cancelled'),
    move: canPlan(viewer, club) && meeting.state === 'planned',
  };
}
