import type { DataSource } from 'typeorm';
import type { LoaderDeclaration } from '../platform/graphql/loaders.js';
import { type Money, money } from '../platform/money.js';
import { netAmount } from './net-amount.sql.js';

interface Row {
  introductionId: string;
  currency: string;
  net: string;
}

/** Deals with all their adjustments, per currency, whose origin is one of the introductions ($1) themselves. */
const hereText = `
  SELECT net.origin_id AS "introductionId", net.currency, sum(net.amount)::text AS net
  FROM (
    SELECT d.origin_id, d.currency,
      ${netAmount('d')} AS amount
    FROM deals d WHERE d.origin_id = ANY ($1)
  ) net
  GROUP BY net.origin_id, net.currency ORDER BY net.currency`;

/** The same for each of the introductions with all that springs from it: its lifetime value. */
const branchText = `
  WITH RECURSIVE branch AS (
    SELECT id AS top_id, id FROM introductions WHERE id = ANY ($1)
    UNION ALL
    SELECT branch.top_id, below.id FROM introductions below JOIN branch ON below.parent_id = branch.id
  )
  SELECT net.top_id AS "introductionId", net.currency, sum(net.amount)::text AS net
  FROM (
    SELECT branch.top_id, d.currency,
      ${netAmount('d')} AS amount
    FROM branch JOIN deals d ON d.origin_id = branch.id
  ) net
  GROUP BY net.top_id, net.currency ORDER BY net.currency`;

const sums = async (dataSource: DataSource, text: string, ids: readonly string[]): Promise<Map<string, Money[]>> => {
  const rows = await dataSource.query<Row[]>(text, [ids]);
  const found = new Map<string, Money[]>();
  for (const { introductionId, currency, net } of rows) {
    found.set(introductionId, [...(found.get(introductionId) ?? []), money(net, currency)]);
  }
  return found;
};

export const returnHere: LoaderDeclaration<Money[]> = (ids, dataSource) => sums(dataSource, hereText, ids);
export const returnOfBranch: LoaderDeclaration<Money[]> = (ids, dataSource) => sums(dataSource, branchText, ids);
