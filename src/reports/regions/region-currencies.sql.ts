import type { EntityManager } from 'typeorm';
import type { Period } from '../../platform/period.js';

const text = `
  SELECT currency FROM (
    SELECT c.currency, count(*) AS clubs FROM clubs c WHERE c.id = ANY ($1) GROUP BY c.currency
    UNION ALL
    SELECT DISTINCT r.currency, 0 FROM club_month_returns r
    WHERE r.club_id = ANY ($1) AND r.month BETWEEN $2::date AND $3::date
  ) AS used
  GROUP BY currency ORDER BY sum(clubs) DESC, currency`;

/** The currencies that clubs keep or sold in, the one that most of them keep first. */
export async function regionCurrencies(
  manager: EntityManager,
  clubIds: readonly string[],
  { from, to }: Period,
): Promise<string[]> {
  const rows = await manager.query<{ currency: string }[]>(text, [clubIds, from, to]);
  return rows.map(({ currency }) => currency);
}
