import { type FindOptionsWhere, In } from 'typeorm';
import type { Viewer } from '../../identity/viewer.js';
import type { Membership } from '../../members/membership.entity.js';
import type { Meeting } from '../meeting.entity.js';
import { canLead } from '../meetings.policy.js';
import type { Presentation } from './presentation.entity.js';
import type { PresentationAbilities } from './presentations.types.js';

/** What is said in the room is for who sits in the club. */
export function visiblePresentations(viewer: Viewer): FindOptionsWhere<Presentation> {
  return { clubId: In([...viewer.clubIds]) };
}

/** A member speaks for himself; for others the board records what they said. */
export function canRecord(viewer: Viewer, meeting: Meeting, isOwn: boolean): boolean {
  return isOwn ? viewer.isMemberOf(meeting.clubId) : canLead(viewer, meeting);
}

/** Whether a presentation asked or sold is said by the presenter or by whoever looks after what members learn. */
export function canMarkFocus(viewer: Viewer, seat: Membership): boolean {
  return viewer.is(seat.personId) || viewer.holdsOffice(seat.clubId, 'education');
}

export function abilitiesOf(
  viewer: Viewer,
  presentation: Presentation,
  { seat, meeting }: { seat: Membership; meeting: Meeting },
): PresentationAbilities {
  const isOwn = viewer.is(seat.personId);
  const isOpen = meeting.state === 'open';
  return {
    presentation,
    change: canRecord(viewer, meeting, isOwn) && (isOpen || (isOwn && meeting.isToBeHeld())),
    markFocus: canMarkFocus(viewer, seat) && isOpen,
  };
}
