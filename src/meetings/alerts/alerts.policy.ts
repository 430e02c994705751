import type { SelectQueryBuilder } from 'typeorm';
import type { Viewer } from '../../identity/viewer.js';
import { Membership } from '../../members/membership.entity.js';
import type { Alert } from './alert.entity.js';
import type { AlertAbilities } from './alerts.types.js';

/**
 * Leaves the alerts of the clubs on whose board the viewer is, and those about himself.
 * @param alerts a query of alerts with the alias `alert`
 */
export function onlyVisibleAlerts(alerts: SelectQueryBuilder<Alert>, viewer: Viewer): SelectQueryBuilder<Alert> {
  return alerts
    .leftJoin(Membership, 'seat', 'seat.id = alert.membershipId')
    .andWhere('(alert.clubId = ANY (:boardClubIds) OR seat.personId = :viewerId)', {
      boardClubIds: viewer.clubIds.filter((clubId) => viewer.isOnBoard(clubId)),
      viewerId: viewer.personId,
    });
}

export function canSeeAlerts(viewer: Viewer, clubId: string): boolean {
  return viewer.isOnBoard(clubId);
}

/** Who looks after the seats of the club decides; that nobody decides about himself is a rule of its own. */
export function canDecide(viewer: Viewer, alert: Alert): boolean {
  return viewer.holdsOffice(alert.clubId, 'president', 'vice_president', 'membership_committee');
}

/** Whether he is on probation concerns the board and himself. */
export function canSeeProbation(viewer: Viewer, seat: Membership): boolean {
  return viewer.is(seat.personId) || viewer.isOnBoard(seat.clubId);
}

/** @param seat the membership it is about; null for a visitor */
export function alertAbilitiesOf(viewer: Viewer, alert: Alert, seat: Membership | null): AlertAbilities {
  const decide = canDecide(viewer, alert) && !(seat && viewer.is(seat.personId));
  return { decide, decideOnSeat: decide && seat !== null };
}
