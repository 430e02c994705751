import type { EntityManager } from 'typeorm';

const text = `
  WITH RECURSIVE below AS (
    SELECT id FROM regions WHERE id = $1
    UNION ALL
    SELECT r.id FROM regions r JOIN below ON r.parent_id = below.id
  )
  SELECT count(*)::int AS count FROM clubs JOIN below ON clubs.region_id = below.id`;

/** How many clubs there are in a region and all below it. */
export async function clubsInRegion(manager: EntityManager, regionId: string): Promise<number> {
  const [row] = await manager.query<{ count: number }[]>(text, [regionId]);
  return row?.count ?? 0;
}
