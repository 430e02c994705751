import type { DataSource } from 'typeorm';
import { netAmount } from '../../deals/net-amount.sql.js';

/** What a first introduction bore in one currency, in minor units. */
export interface FirstIntroductionRow {
  introductionId: string;
  deals: number;
  whole: string;
  /** What of it is of the third degree and beyond. */
  beyond: string;
}

/** Chains that served a person ($1) and the deals that go back to them in a currency ($2); those that bore most first. */
const text = `
  WITH RECURSIVE links AS (
    SELECT id AS top_id, id, degree FROM introductions WHERE beneficiary_id = $1 AND parent_id IS NULL
    UNION ALL
    SELECT links.top_id, below.id, below.degree
    FROM links JOIN introductions below ON below.parent_id = links.id
  ),
  net AS (
    SELECT links.top_id, links.degree,
      ${netAmount('d')} AS amount
    FROM links JOIN deals d ON d.origin_id = links.id
    WHERE d.currency = $2 AND NOT d.direct
  )
  SELECT top_id AS "introductionId", count(*)::int AS deals, sum(amount)::text AS whole,
    coalesce(sum(amount) FILTER (WHERE degree > 2), 0)::text AS beyond
  FROM net GROUP BY top_id
  ORDER BY coalesce(sum(amount) FILTER (WHERE degree > 2), 0) DESC, sum(amount) DESC, top_id`;

export function firstIntroductionRows(
  dataSource: DataSource,
  beneficiaryId: string,
  currency: string,
): Promise<FirstIntroductionRow[]> {
  return dataSource.query<FirstIntroductionRow[]>(text, [beneficiaryId, currency]);
}
