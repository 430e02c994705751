import type { EntityManager } from 'typeorm';
import { Person } from '../identity/person.entity.js';

/**
 * Whether a club of a network ($2) may admit a person ($1): one who has or had to do with this network as a member,
 * director or administrator, or one who has to do with none. Persons of other networks do not exist for it.
 */
const text = `
  WITH ties AS (
    SELECT c.network_id FROM memberships m JOIN clubs c ON c.id = m.club_id WHERE m.person_id = $1
    UNION
    SELECT r.network_id FROM region_directors d JOIN regions r ON r.id = d.region_id WHERE d.person_id = $1
    UNION
    SELECT network_id FROM network_administrators WHERE person_id = $1
  )
  SELECT count(*) = 0 OR bool_or(network_id = $2) AS admissible FROM ties`;

/** The person, or null when there is none whom a club of the network may admit. */
export async function findAdmissiblePerson(
  manager: EntityManager,
  personId: string,
  networkId: string,
): Promise<Person | null> {
  const [row] = await manager.query<{ admissible: boolean }[]>(text, [personId, networkId]);
  return row?.admissible ? manager.findOneBy(Person, { id: personId }) : null;
}
