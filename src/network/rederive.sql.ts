import type { EntityManager } from 'typeorm';

/** What changed when a chain was derived anew. */
export interface Rederived {
  kind: 'introduction' | 'deal';
  id: string;
  clubId: string | null;
  degree: number;
  rootId: string;
}

/**
 * Derives degree and root anew for all that springs from an introduction ($1, itself right already), and for the
 * deals that have their origin there. A direct deal stays at degree 1. The same arithmetic as chain.ts: below
 * an introduction everything is one hop further, with the same root. Rows that do not change are not written.
 */
const text = `
  WITH RECURSIVE branch AS (
    SELECT id, degree, root_id FROM introductions WHERE id = $1
    UNION ALL
    SELECT below.id, (branch.degree + 1)::smallint, branch.root_id
    FROM introductions below JOIN branch ON below.parent_id = branch.id
  ),
  changed_introductions AS (
    UPDATE introductions i SET degree = branch.degree, root_id = branch.root_id
    FROM branch
    WHERE i.id = branch.id AND (i.degree, i.root_id) IS DISTINCT FROM (branch.degree, branch.root_id)
    RETURNING i.id, i.degree, i.root_id
  ),
  changed_deals AS (
    UPDATE deals d SET degree = CASE WHEN d.direct THEN 1 ELSE branch.degree END, root_id = branch.root_id
    FROM branch
    WHERE d.origin_id = branch.id
      AND (d.degree, d.root_id) IS DISTINCT FROM (CASE WHEN d.direct THEN 1 ELSE branch.degree END, branch.root_id)
    RETURNING d.id, d.club_id, d.degree, d.root_id
  )
  SELECT 'introduction' AS kind, id, NULL::uuid AS "clubId", degree, root_id AS "rootId" FROM changed_introductions
  UNION ALL
  SELECT 'deal', id, club_id, degree, root_id FROM changed_deals`;

export function rederiveBelow(manager: EntityManager, introductionId: string): Promise<Rederived[]> {
  return manager.query<Rederived[]>(text, [introductionId]);
}
