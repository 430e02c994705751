import type { EntityManager } from 'typeorm';
import { erasuresUpTo } from './erasures.sql.js';

/**
 * Notes for every contact to be erased by a day ($1) that its owner is told of it today ($2), once for each day of
 * erasure; owners who were told today already are told tomorrow.
 */
const noteText = `
  WITH noted AS (
    INSERT INTO erasure_notices (contact_id, erases_on, owner_id, told_on)
    SELECT contact_id, erases_on, owner_id, $2 FROM (${erasuresUpTo}) due
    WHERE NOT EXISTS (SELECT FROM erasure_notices told WHERE told.owner_id = due.owner_id AND told.told_on = $2)
    ON CONFLICT DO NOTHING
    RETURNING owner_id
  )
  SELECT DISTINCT owner_id AS id FROM noted ORDER BY id`;

/** @returns the owners to be told */
export async function noteErasures(
  manager: EntityManager,
  { until, today }: { until: string; today: string },
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(noteText, [until, today]);
  return rows.map((row) => row.id);
}

/** Of how many contacts an owner is to be told on a day. */
export async function countNoted(manager: EntityManager, ownerId: string, day: string): Promise<number> {
  const text = 'SELECT count(*)::int AS count FROM erasure_notices WHERE owner_id = $1 AND told_on = $2';
  const [row] = await manager.query<{ count: number }[]>(text, [ownerId, day]);
  return row?.count ?? 0;
}
