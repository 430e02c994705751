import type { Club } from '../clubs/club.entity.js';
import type { Region } from '../clubs/region.entity.js';
import type { Viewer } from '../identity/viewer.js';
import type { Membership } from '../members/membership.entity.js';

/** Sums of fewer contributors are not shown to others than their owners. */
export const smallestGroupForClub = 3;
/** To a director, who is not of the club, groups under five are suppressed. */
export const smallestGroupForDirector = 5;

/** Single deals are their seller's own: so is the report on his seat, also after he has left it. */
export function canSeeReturnOfSeat(viewer: Viewer, seat: Membership): boolean {
  return viewer.is(seat.personId);
}

/**
 * How many members must at least have contributed to a club's sum for the viewer to see it; null when he sees none.
 * The club's sums are for its members, its board among them, and for the directors of its region and those above it.
 * Administrators keep clubs and accounts; the sums are none of their business.
 */
export function smallestGroupSeen(viewer: Viewer, club: Club): number | null {
  if (viewer.isMemberOf(club.id)) return smallestGroupForClub;
  return viewer.directs(club.regionId) ? smallestGroupForDirector : null;
}

/** How many sellers, whose amounts the viewer does not see anyhow, a sum of others mixes at least: also in his own report. */
export function fewestSellersSeen(smallestGroup: number): number {
  return Math.max(smallestGroup, smallestGroupForClub);
}

/** What happens in the meetings of a club its members see of each other; for a director groups under five are suppressed. */
export function fewestMembersSeen(viewer: Viewer, club: Club): number {
  return viewer.isMemberOf(club.id) ? 1 : smallestGroupForDirector;
}

/** What is usual in a club is for those who sit in it today. */
export function isClubMedianShown(viewer: Viewer, club: Club): boolean {
  return viewer.isMemberOf(club.id);
}

/** How much of a club's counts somebody sees. */
export interface CountsSight {
  /** Whether he sees the counts of each member, or the total alone. */
  withMembers: boolean;
  /** How many members must at least have contributed to a sum of the total. */
  fewestMembers: number;
  /** How many sellers whose amounts he does not see anyhow must at least have contributed to a sum of money. */
  fewestSellers: number;
}

/** The counts are for the club, and their sums for its directors; null for everybody else. */
export function countsSeen(viewer: Viewer, club: Club): CountsSight | null {
  const fewestSellers = smallestGroupSeen(viewer, club);
  if (fewestSellers === null) return null;
  const withMembers = viewer.isMemberOf(club.id);
  return { withMembers, fewestMembers: withMembers ? 1 : smallestGroupForDirector, fewestSellers };
}

/** Who has met whom is between the members of a club. */
export function canSeeAcquaintance(viewer: Viewer, club: Club): boolean {
  return viewer.isMemberOf(club.id);
}

/** How the introductions of a club go on is between its members. */
export function canSeeChains(viewer: Viewer, club: Club): boolean {
  return viewer.isMemberOf(club.id);
}

/** The sums of a region are for its directors and those of the regions above; administrators see none. */
export function canSeeSumsOfRegion(viewer: Viewer, region: Region): boolean {
  return viewer.directs(region.id);
}
