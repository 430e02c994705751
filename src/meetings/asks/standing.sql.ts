import type { EntityManager } from 'typeorm';
import { standingOfPresentations } from '../presentations/current-asks.sql.js';

/** The keys of those of some presentations whose asks stand at an instant. */
export async function standing(manager: EntityManager, ids: readonly string[], instant: Date): Promise<Set<string>> {
  const rows = await manager.query<{ id: string }[]>(standingOfPresentations, [ids, instant]);
  return new Set(rows.map(({ id }) => id));
}
