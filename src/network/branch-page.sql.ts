import type { DataSource } from 'typeorm';

export interface BranchRow {
  id: string;
  /** The ids from the first of the branch down to this one: sorting by it is reading the tree from top to bottom. */
  path: string;
}

/** Those of the branch in which the viewer has a part (introductions.policy.ts). */
const visible = `
  WITH RECURSIVE branch AS (
    SELECT id, id::text COLLATE "C" AS path FROM introductions WHERE id = $1
    UNION ALL
    SELECT below.id, branch.path || '/' || below.id::text
    FROM introductions below JOIN branch ON below.parent_id = branch.id
  ),
  visible AS (
    SELECT i.id, branch.path FROM branch JOIN introductions i USING (id)
    WHERE $2 IN (i.beneficiary_id, i.introducer_id, i.asker_id, i.root_id, i.recorded_by_id)
  )`;

/** Whose branch it is, from its first introduction down, and who ($2) reads it. */
export interface Branch {
  id: string;
  viewerId: string;
}

/** The next so many of a branch after a path, each followed by all that springs from it. */
export function branchPage(
  dataSource: DataSource,
  { id, viewerId }: Branch,
  page: { after: string; limit: number },
): Promise<BranchRow[]> {
  const text = `${visible} SELECT id, path FROM visible WHERE path > $3 ORDER BY path LIMIT $4`;
  return dataSource.query<BranchRow[]>(text, [id, viewerId, page.after, page.limit]);
}

/** How many introductions a branch has, itself included. */
export async function branchSize(dataSource: DataSource, { id, viewerId }: Branch): Promise<number> {
  const text = `${visible} SELECT count(*)::int AS size FROM visible`;
  const [row] = await dataSource.query<{ size: number }[]>(text, [id, viewerId]);
  return row?.size ?? 0;
}
