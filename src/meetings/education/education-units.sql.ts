import type { EntityManager } from 'typeorm';
import type { LoaderDeclaration } from '../../platform/graphql/loaders.js';

/**
 * The education units of seats ($1), earned from one civil day ($2) to another ($3), both included. The three arrays
 * belong together, so that one statement answers for many members.
 */
const text = `
  SELECT asked.key, coalesce(sum(e.units), 0)::numeric(12, 2) AS units
  FROM (
    SELECT membership_id || ' ' || from_day || ' ' || to_day AS key, membership_id, from_day, to_day
    FROM unnest($1::uuid[], $2::date[], $3::date[]) AS listed (membership_id, from_day, to_day)
  ) asked
  LEFT JOIN education_units e ON e.membership_id = asked.membership_id
    AND e.earned_on BETWEEN asked.from_day AND asked.to_day
  GROUP BY asked.key`;

/** The key under which `educationUnits` loads: the seat, and the first and the last day of the period. */
export function educationKey(membershipId: string, from: string, to: string): string {
  return `${membershipId} ${from} ${to}`;
}

/** The units of many members, by `educationKey`: a decimal with two places. */
export const educationUnits: LoaderDeclaration<string> = async (keys, dataSource) => {
  const asked = keys.map((key) => key.split(' '));
  const rows = await dataSource.query<{ key: string; units: string }[]>(
    text,
    [0, 1, 2].map((place) => asked.map((parts) => parts[place])),
  );
  return new Map(rows.map((row) => [row.key, row.units]));
};

/** Whether a seat has at least so many units, whenever they were earned. */
export async function hasUnits(manager: EntityManager, membershipId: string, units: string): Promise<boolean> {
  const [row] = await manager.query<{ enough: boolean }[]>(
    'SELECT coalesce(sum(units), 0) >= $2::numeric AS enough FROM education_units WHERE membership_id = $1',
    [membershipId, units],
  );
  return row?.enough ?? false;
}
