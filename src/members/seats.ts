import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Person } from '../identity/person.entity.js';
import { Membership } from './membership.entity.js';

/** The seat a person holds in a club on a civil day, or null: from the day he joined until before the day he left. */
export function seatOn(
  manager: EntityManager,
  clubId: string,
  personId: string,
  day: string,
): Promise<Membership | null> {
  return seatsHeldOn(manager, day).andWhere({ clubId, personId }).getOne();
}

/** Any seat a person holds on a civil day, the oldest first, or null. */
export function anySeatOn(manager: EntityManager, personId: string, day: string): Promise<Membership | null> {
  return seatsHeldOn(manager, day).andWhere({ personId }).orderBy('seat.joinedOn').addOrderBy('seat.id').getOne();
}

/** All seats of a club that are held on a civil day. */
export function seatsOn(manager: EntityManager, clubId: string, day: string): Promise<Membership[]> {
  return seatsHeldOn(manager, day).andWhere({ clubId }).getMany();
}

/** Whether two persons are fellow members on a civil day: both hold seats in one and the same club. */
export async function areFellows(
  manager: EntityManager,
  personId: string,
  otherId: string,
  day: string,
): Promise<boolean> {
  const [row] = await manager.query<{ fellows: boolean }[]>(
    `SELECT EXISTS (
       SELECT FROM memberships mine JOIN memberships theirs USING (club_id)
       WHERE mine.person_id = $1 AND theirs.person_id = $2
         AND daterange(mine.joined_on, mine.left_on) @> $3::date
         AND daterange(theirs.joined_on, theirs.left_on) @> $3::date
     ) AS fellows`,
    [personId, otherId, day],
  );
  return row?.fellows ?? false;
}

/** All seats that are held on a civil day, as a query with the alias `seat`. */
export function seatsHeldOn(manager: EntityManager, day: string): SelectQueryBuilder<Membership> {
  return manager
    .createQueryBuilder(Membership, 'seat')
    .where('seat.joinedOn <= :day', { day })
    .andWhere('(seat.leftOn IS NULL OR seat.leftOn > :day)', { day });
}

/** The person, if he has or had a seat in one of the networks: those one may name as a human of the clubs. */
export async function findPersonOfNetworks(
  manager: EntityManager,
  personId: string,
  networkIds: readonly string[],
): Promise<Person | null> {
  return manager
    .createQueryBuilder(Person, 'person')
    .where({ id: personId })
    .andWhere(
      `EXISTS (SELECT FROM memberships m JOIN clubs c ON c.id = m.club_id
         WHERE m.person_id = person.id AND c.network_id = ANY (:networkIds))`,
      { networkIds },
    )
    .getOne();
}
