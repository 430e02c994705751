import type { EntityManager } from 'typeorm';
import type { Period } from '../../platform/period.js';
import { clubsOfRegions } from './clubs-of-regions.sql.js';

const text = `
  ${clubsOfRegions}
  SELECT currency FROM (
    SELECT c.currency, count(*) AS clubs FROM asked_clubs JOIN clubs c ON c.id = asked_clubs.club_id GROUP BY c.currency
    UNION ALL
    SELECT DISTINCT r.currency, 0 FROM asked_clubs JOIN club_month_returns r ON r.club_id = asked_clubs.club_id
      AND r.month BETWEEN from_day AND to_day
  ) AS used
  GROUP BY currency ORDER BY sum(clubs) DESC, currency`;

/** The currencies that clubs of a region keep or sold in, the one that most of them keep first. */
export async function regionCurrencies(
  manager: EntityManager,
  regionId: string,
  { from, to }: Period,
): Promise<string[]> {
  const rows = await manager.query<{ currency: string }[]>(text, [[regionId], [from], [to]]);
  return rows.map(({ currency }) => currency);
}
