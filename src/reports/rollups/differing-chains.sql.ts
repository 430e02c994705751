import type { EntityManager } from 'typeorm';
import type { Difference } from './differing-sums.sql.js';

/**
 * The same arithmetic as network/chain.ts and network/rederive.sql.ts. Whoever is one further than the introduction
 * above, with its root, and right at the top, is right all the way down: so each row is held against the one above only.
 */
const derived = `
  SELECT 'introductions' AS "table", i.id, i.degree, i.root_id,
    CASE WHEN above.id IS NOT NULL THEN above.degree + 1 WHEN i.introducer_contact_id IS NULL THEN 2 ELSE 3 END
      AS derived_degree,
    coalesce(above.root_id, i.asker_id, i.introducer_id) AS derived_root_id
  FROM introductions i LEFT JOIN introductions above ON above.id = i.parent_id
  UNION ALL
  SELECT 'deals', d.id, d.degree, d.root_id, CASE WHEN d.direct THEN 1 ELSE origin.degree END, origin.root_id
  FROM deals d JOIN introductions origin ON origin.id = d.origin_id`;

const text = `
  SELECT "table", id::text AS subject, figure, stored, derived
  FROM (${derived}) AS link
  CROSS JOIN LATERAL (VALUES
    ('degree', degree::text, derived_degree::text), ('root', root_id::text, derived_root_id::text)
  ) AS each (figure, stored, derived)
  WHERE (degree, root_id) IS DISTINCT FROM (derived_degree, derived_root_id) AND stored IS DISTINCT FROM derived
  ORDER BY "table", id, figure`;

/** Every stored degree and root, of introductions and deals, that does not follow from the chain. */
export function differingChains(manager: EntityManager): Promise<Difference[]> {
  return manager.query<Difference[]>(text);
}
