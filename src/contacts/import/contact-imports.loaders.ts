import type { LoaderDeclaration } from '../../platform/graphql/loaders.js';

/** How many rows are looked at for samples. */
const sampledRows = 20;

const text = `
  SELECT i.id, jsonb_agg(r.cells ORDER BY r.line) AS cells
  FROM unnest($1::uuid[]) AS i (id)
  CROSS JOIN LATERAL (
    SELECT line, cells FROM contact_import_rows WHERE import_id = i.id AND cells <> '[]' ORDER BY line LIMIT ${sampledRows}
  ) r
  GROUP BY i.id`;

/** The first rows of imports that wait, by import. */
export const firstRowsByImport: LoaderDeclaration<string[][]> = async (importIds, dataSource) => {
  const rows = await dataSource.query<{ id: string; cells: string[][] }[]>(text, [importIds]);
  return new Map(rows.map(({ id, cells }) => [id, cells]));
};
