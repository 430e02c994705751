import type { EntityManager } from 'typeorm';
import { Club } from '../clubs/club.entity.js';
import type { Viewer } from '../identity/viewer.js';
import { found } from '../platform/graphql/errors.js';
import { onlyVisibleSeats } from './members.policy.js';
import { Membership } from './membership.entity.js';

/** The membership, or null when there is none the viewer may see. */
export function findMembership(
  manager: EntityManager,
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<Membership | null> {
  return onlyVisibleSeats(manager.createQueryBuilder(Membership, 'seat').where({ id }), viewer, now).getOne();
}

/**
 * The membership with its club, kept from changing until the transaction ends: its term and those of its offices
 * must fit each other.
 * @throws DomainError NOT_FOUND
 */
export async function lockMembership(
  manager: EntityManager,
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<{ seat: Membership; club: Club }> {
  const query = onlyVisibleSeats(manager.createQueryBuilder(Membership, 'seat').where({ id }), viewer, now);
  const locked = await query.setLock('for_no_key_update', undefined, ['seat']).getOne();
  const seat = found(locked, 'membership', 'membershipId');
  return { seat, club: await manager.findOneByOrFail(Club, { id: seat.clubId }) };
}
