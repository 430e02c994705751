import type { LoaderDeclaration } from '../../platform/graphql/loaders.js';
import { standingDecisions } from './standing-decisions.js';

/** The last day of the latest probation that stands, by seat ($1); also when it has passed. */
const text = `
  SELECT a.membership_id AS id, max(d.probation_until)::text AS until
  FROM alerts a
  JOIN ${standingDecisions} d ON d.alert_id = a.id AND d.decision = 'start_probation'
  WHERE a.membership_id = ANY ($1)
  GROUP BY a.membership_id`;

/** By the membership's id; none without a probation. */
export const probationUntil: LoaderDeclaration<string> = async (membershipIds, dataSource) => {
  const rows = await dataSource.query<{ id: string; until: string }[]>(text, [membershipIds]);
  return new Map(rows.map((row) => [row.id, row.until]));
};
