import type { Introduction } from '../network/introduction.entity.js';
import { introductionById } from '../network/introductions.loaders.js';
import { byId, type LoaderDeclaration, type Loaders } from '../platform/graphql/loaders.js';
import type { Share } from './allocation.js';
import { Deal } from './deal.entity.js';
import { netAmount } from './net-amount.sql.js';

export const dealById = byId(Deal);

/** The introduction a deal goes back to, or null. */
export async function originOf({ originId }: Deal, loaders: Loaders): Promise<Introduction | null> {
  return originId === null ? null : loaders.load(introductionById, originId);
}

const netText = `
  SELECT d.id, ${netAmount('d')}::text AS net FROM deals d WHERE d.id = ANY ($1)`;

/** The amount of a deal with all its adjustments, in minor units, by the deal's id. */
export const netByDeal: LoaderDeclaration<bigint> = async (dealIds, dataSource) => {
  const rows = await dataSource.query<{ id: string; net: string }[]>(netText, [dealIds]);
  return new Map(rows.map((row) => [row.id, BigInt(row.net)]));
};

const sharesText = `
  SELECT in_force.deal_id AS "dealId", share.person_id AS "personId", (share.percent * 100)::int AS hundredths
  FROM (SELECT DISTINCT ON (deal_id) deal_id, id FROM credit_splits WHERE deal_id = ANY ($1)
        ORDER BY deal_id, decided_at DESC, id DESC) in_force
  JOIN credit_shares share ON share.split_id = in_force.id
  ORDER BY share.percent DESC, share.person_id`;

/** The split of credit in force, by the deal's id; no entry for a deal that was never split. */
export const splitByDeal: LoaderDeclaration<Share[]> = async (dealIds, dataSource) => {
  const rows = await dataSource.query<(Share & { dealId: string })[]>(sharesText, [dealIds]);
  const shares = new Map<string, Share[]>();
  for (const { dealId, personId, hundredths } of rows) {
    shares.set(dealId, [...(shares.get(dealId) ?? []), { personId, hundredths }]);
  }
  return shares;
};
