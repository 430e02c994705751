import type { Club } from '../../clubs/club.entity.js';
import { canAdminister, canChangeRules } from '../../clubs/clubs.policy.js';
import type { Viewer } from '../../identity/viewer.js';
import type { Membership } from '../../members/membership.entity.js';

/** A scorecard is the member's own, also after he has left, and the board's of his club. */
export function canSeeScorecard(viewer: Viewer, seat: Membership): boolean {
  return viewer.is(seat.personId) || canSeeScorecardsOf(viewer, { id: seat.clubId });
}

export function canSeeScorecardsOf(viewer: Viewer, club: Pick<Club, 'id'>): boolean {
  return viewer.isOnBoard(club.id);
}

/** Profiles are the network's, as clubs and professions are. */
export function canAddProfile(viewer: Viewer, network: { networkId: string }): boolean {
  return canAdminister(viewer, network);
}

/** By what a club measures itself is one of its rules. */
export function canChooseScorecard(viewer: Viewer, club: Club): boolean {
  return canChangeRules(viewer, club);
}
