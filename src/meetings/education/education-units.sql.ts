import type { EntityManager } from 'typeorm';
import { askedByPeriod, byPeriod } from '../by-period.js';

/** The education units that were earned under seats in each period asked about. */
const text = `
  SELECT asked.key, coalesce(sum(e.units), 0)::numeric(12, 2) AS units
  FROM ${askedByPeriod}
  LEFT JOIN education_units e ON e.membership_id = asked.owner_id
    AND e.earned_on BETWEEN asked.from_day AND asked.to_day
  GROUP BY asked.key`;

/** A decimal with two places, by `periodKey` of a seat. */
export const educationUnits = byPeriod<{ units: string }, string>(text, ({ units }) => units);

/** Whether a seat has at least so many units, whenever they were earned. */
export async function hasUnits(manager: EntityManager, membershipId: string, units: string): Promise<boolean> {
  const [row] = await manager.query<{ enough: boolean }[]>(
    'SELECT coalesce(sum(units), 0) >= $2::numeric AS enough FROM education_units WHERE membership_id = $1',
    [membershipId, units],
  );
  return row?.enough ?? false;
}
