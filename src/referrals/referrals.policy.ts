import type { FindOptionsWhere } from 'typeorm';
import type { Viewer } from '../identity/viewer.js';
import type { Introduction } from '../network/introduction.entity.js';
import type { Referral } from './referral.entity.js';

/** A referral is between its giver and its receiver. */
export function visibleReferrals(viewer: Viewer): FindOptionsWhere<Referral>[] {
  return [{ giverId: viewer.personId }, { receiverId: viewer.personId }];
}

/** The same rule for one referral that is at hand already. */
export function canSeeReferral(viewer: Viewer, referral: Referral): boolean {
  return viewer.is(referral.giverId) || viewer.is(referral.receiverId);
}

/** The follow-up is the receiver's. */
export function canFollowUp(viewer: Viewer, referral: Referral): boolean {
  return viewer.is(referral.receiverId);
}

/** One gives from his own seat. */
export function canGive(viewer: Viewer, clubId: string): boolean {
  return viewer.isMemberOf(clubId);
}

/** Who made an introduction, or asked his contact to make it, lets a referral grow from it. */
export function canReferFrom(viewer: Viewer, { introducerId, askerId }: Introduction): boolean {
  return [introducerId, askerId].some((personId) => personId !== null && viewer.is(personId));
}
