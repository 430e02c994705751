import type { Viewer } from '../../identity/viewer.js';
import type { Membership } from '../../members/membership.entity.js';

/** One praises from his own seat whoever sits in the same club. */
export function canGive(viewer: Viewer, receiver: Membership): boolean {
  return viewer.isMemberOf(receiver.clubId);
}

/** @param today the civil day in the club */
export function canPraise(viewer: Viewer, receiver: Membership, today: string): boolean {
  return canGive(viewer, receiver) && !viewer.is(receiver.personId) && receiver.isHeldOn(today);
}
