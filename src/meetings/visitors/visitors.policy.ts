import { type FindOptionsWhere, In } from 'typeorm';
import type { Viewer } from '../../identity/viewer.js';
import type { Meeting } from '../meeting.entity.js';
import type { Visitor } from './visitor.entity.js';
import { statesFor, type VisitorStep } from './visitor-stage.js';
import type { VisitorAbilities } from './visitors.types.js';

/** Who visits is seen by who sits in the club, and nobody else. */
export function visibleVisitors(viewer: Viewer): FindOptionsWhere<Visitor> {
  return { clubId: In([...viewer.clubIds]) };
}

/** By name, or by a link with which strangers register themselves. */
export function canInvite(viewer: Viewer, meeting: Meeting): boolean {
  return viewer.isMemberOf(meeting.clubId);
}

/** What becomes of a visitor is recorded by the board, the visitor host among it, and by whoever invited him. */
export function canRecordVisit(viewer: Viewer, visitor: Visitor): boolean {
  return viewer.isOnBoard(visitor.clubId) || viewer.is(visitor.invitedById);
}

/** E-mail and phone are for whoever invited him, and for the offices that receive visitors and follow them up. */
export function canSeeContactDetails(viewer: Viewer, visitor: Visitor): boolean {
  const following = ['president', 'vice_president', 'membership_committee', 'visitor_host'] as const;
  return viewer.is(visitor.invitedById) || viewer.holdsOffice(visitor.clubId, ...following);
}

/** What the viewer may do with a visitor in the stage he is in, and in the state the meeting is in. */
export function visitorAbilitiesOf(viewer: Viewer, visitor: Visitor, meeting: Meeting): VisitorAbilities {
  const can = (step: VisitorStep) =>
    canRecordVisit(viewer, visitor) && statesFor[step].includes(meeting.state) && visitor.canTake(step);
  return {
    confirm: can('confirmed'),
    recordVisit: can('came'),
    recordAbsence: can('did_not_come'),
    recordFollowUp: can('followed_up'),
    recordApplication: can('applied'),
  };
}
