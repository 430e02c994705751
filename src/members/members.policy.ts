import type { SelectQueryBuilder } from 'typeorm';
import { Club } from '../clubs/club.entity.js';
import { canAdminister } from '../clubs/clubs.policy.js';
import type { Viewer } from '../identity/viewer.js';
import type { MembershipAbilities } from './members.types.js';
import type { Membership } from './membership.entity.js';

/**
 * Leaves the seats the viewer may see: his own; all of his clubs, past ones included, and of the networks he
 * administers; of the other clubs of his networks those held today, on the club's own civil day.
 * @param seats a query of memberships with the alias `seat`
 */
export function onlyVisibleSeats(
  seats: SelectQueryBuilder<Membership>,
  viewer: Viewer,
  now: Date,
): SelectQueryBuilder<Membership> {
  return seats.innerJoin(Club, 'club', 'club.id = seat.clubId').andWhere(
    `(seat.personId = :viewerId OR seat.clubId = ANY (:clubIds) OR club.networkId = ANY (:administeredIds)
      OR (club.networkId = ANY (:networkIds)
        AND seat.joinedOn <= (:now::timestamptz AT TIME ZONE club.timeZone)::date
        AND (seat.leftOn IS NULL OR seat.leftOn > (:now::timestamptz AT TIME ZONE club.timeZone)::date)))`,
    {
      viewerId: viewer.personId,
      clubIds: viewer.clubIds,
      administeredIds: viewer.administeredNetworkIds,
      networkIds: viewer.networkIds,
      now,
    },
  );
}

/** The same of one seat. @param place the network of its club, and the civil day there */
export function canSeeSeat(viewer: Viewer, seat: Membership, place: { networkId: string; today: string }): boolean {
  return (
    viewer.is(seat.personId) ||
    viewer.isMemberOf(seat.clubId) ||
    viewer.administers(place.networkId) ||
    (viewer.sees(place.networkId) && seat.isHeldOn(place.today))
  );
}

/** Who sits in the club is for its leaders and its membership committee; administrators help. */
export function canAdmit(viewer: Viewer, club: Club): boolean {
  return (
    canAdminister(viewer, club) || viewer.holdsOffice(club.id, 'president', 'vice_president', 'membership_committee')
  );
}

/** To correct his company or to leave, a member needs nobody else. */
export function canChangeOrEnd(viewer: Viewer, seat: Membership, club: Club): boolean {
  return viewer.is(seat.personId) || canAdmit(viewer, club);
}

/** What an hour of his is worth is his own to know and to say, also after he left. */
export function isOwnSeat(viewer: Viewer, seat: Membership): boolean {
  return viewer.is(seat.personId);
}

/** Nobody needs leave to be away: he says so himself, or whoever looks after the members says it for him. */
export function canRecordLeave(viewer: Viewer, seat: Membership, club: Club): boolean {
  return viewer.is(seat.personId) || canAdmit(viewer, club);
}

/** Who is away is for those who meet without him, and for those who may say it. */
export function canSeeLeaves(viewer: Viewer, seat: Membership, club: Club): boolean {
  return viewer.isMemberOf(club.id) || canRecordLeave(viewer, seat, club);
}

export function canAppoint(viewer: Viewer, club: Club): boolean {
  return canAdminister(viewer, club) || viewer.holdsOffice(club.id, 'president', 'vice_president');
}

/** When a seat is to be renewed and when it was left concern the member and those who look after the club. */
export function canSeeTerm(viewer: Viewer, seat: Membership, club: Club): boolean {
  return (
    viewer.is(seat.personId) ||
    viewer.isOnBoard(club.id) ||
    viewer.directs(club.regionId) ||
    canAdminister(viewer, club)
  );
}

export function abilitiesOf(viewer: Viewer, membership: Membership, club: Club): MembershipAbilities {
  return {
    membership,
    changeCompany: canChangeOrEnd(viewer, membership, club),
    changeProfession: canAdmit(viewer, club),
    renew: canAdmit(viewer, club),
    end: canChangeOrEnd(viewer, membership, club),
    appointOfficer: canAppoint(viewer, club),
  };
}
