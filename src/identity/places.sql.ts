import type { EntityManager } from 'typeorm';
import type { LoaderDeclaration } from '../platform/graphql/loaders.js';

/** Where a person has, had or will have something to do: a seat, a region to direct, a network to administer. */
export interface Place {
  personId: string;
  networkId: string;
  /** Null unless it is a seat. */
  clubId: string | null;
  startsOn: string;
  /** The day from which it no longer holds; null while it is open. */
  endsOn: string | null;
  /** In which its days are counted. */
  timeZone: string;
}

/** By hand, because seats and regions belong to later modules. */
const text = `
  SELECT m.person_id AS "personId", c.network_id AS "networkId", m.club_id AS "clubId",
    m.joined_on::text AS "startsOn", m.left_on::text AS "endsOn", c.time_zone AS "timeZone"
  FROM memberships m JOIN clubs c ON c.id = m.club_id
  WHERE m.person_id = ANY ($1)
  UNION ALL
  SELECT d.person_id, r.network_id, NULL, d.starts_on::text, d.ends_on::text, 'UTC'
  FROM region_directors d JOIN regions r ON r.id = d.region_id
  WHERE d.person_id = ANY ($1)
  UNION ALL
  SELECT n.person_id, n.network_id, NULL, (n.created_at AT TIME ZONE 'UTC')::date::text, NULL, 'UTC'
  FROM network_administrators n
  WHERE n.person_id = ANY ($1)`;

/** All places of one person; every person loads with a list, if an empty one. */
export async function placesOf(manager: EntityManager, personId: string): Promise<Place[]> {
  return manager.query<Place[]>(text, [[personId]]);
}

export const placesByPerson: LoaderDeclaration<Place[]> = async (personIds, dataSource) => {
  const places = new Map<string, Place[]>(personIds.map((personId) => [personId, []]));
  for (const place of await dataSource.query<Place[]>(text, [personIds])) places.get(place.personId)?.push(place);
  return places;
};
