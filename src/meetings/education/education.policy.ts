import type { Viewer } from '../../identity/viewer.js';
import type { Membership } from '../../members/membership.entity.js';

/** A member records what he learnt himself; for others those who look after it do. */
export function canRecord(viewer: Viewer, seat: Membership): boolean {
  const offices = ['education', 'president', 'vice_president', 'secretary_treasurer'] as const;
  const isOwn = viewer.is(seat.personId) && viewer.isMemberOf(seat.clubId);
  return isOwn || viewer.holdsOffice(seat.clubId, ...offices);
}
