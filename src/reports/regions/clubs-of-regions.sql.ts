import type { EntityManager } from 'typeorm';

const text = `
  WITH RECURSIVE below AS (
    SELECT asked AS region_id, asked AS id FROM unnest($1::uuid[]) AS asked
    UNION ALL
    SELECT below.region_id, r.id FROM regions r JOIN below ON r.parent_id = below.id
  )
  SELECT below.region_id AS "regionId", array_agg(c.id)::text[] AS "clubIds"
  FROM below JOIN clubs c ON c.region_id = below.id GROUP BY below.region_id`;

/** The clubs of regions, side by side as `unnest` takes them: of each region once, however often it was named. */
export interface RegionClubs {
  regionIds: string[];
  clubIds: string[];
}

/**
 * The clubs of regions and of all below them. Asked for by itself, so that the statements that read their sums are
 * planned for as many clubs as there are: for a network whole tables are read, for a region but its part.
 */
export async function clubsOfRegions(manager: EntityManager, regionIds: readonly string[]): Promise<RegionClubs> {
  const rows = await manager.query<{ regionId: string; clubIds: string[] }[]>(text, [[...new Set(regionIds)]]);
  return {
    regionIds: rows.flatMap(({ regionId, clubIds }) => clubIds.map(() => regionId)),
    clubIds: rows.flatMap(({ clubIds }) => clubIds),
  };
}
