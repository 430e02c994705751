import type { DataSource } from 'typeorm';

export interface BranchRow {
  id: string;
  /** The ids from the first of the branch down to this one: sorting by it is reading the tree from top to bottom. */
  path: string;
}

const branch = `
  WITH RECURSIVE branch AS (
    SELECT id, id::text COLLATE "C" AS path FROM introductions WHERE id = $1
    UNION ALL
    SELECT below.id, branch.path || '/' || below.id::text
    FROM introductions below JOIN branch ON below.parent_id = branch.id
  )`;

/** The next so many of a branch after a path, each followed by all that springs from it. */
export function branchPage(dataSource: DataSource, id: string, after: string, limit: number): Promise<BranchRow[]> {
  return dataSource.query<BranchRow[]>(`${branch} SELECT id, path FROM branch WHERE path > $2 ORDER BY path LIMIT $3`, [
    id,
    after,
    limit,
  ]);
}

/** How many introductions a branch has, itself included. */
export async function branchSize(dataSource: DataSource, id: string): Promise<number> {
  const [row] = await dataSource.query<{ size: number }[]>(`${branch} SELECT count(*)::int AS size FROM branch`, [id]);
  return row?.size ?? 0;
}
