import { sameHuman } from '../../contacts/same-human.sql.js';
import type { LoaderDeclaration } from '../../platform/graphql/loaders.js';

/** How many meetings of the club a human came to. */
export interface Visits {
  /** Those before the meeting of the visit. */
  earlier: number;
  /** The same, with that of the visit when he came to it. */
  soFar: number;
}

/**
 * The meetings to which visitors ($1) came, up to that of the visit: those of all rows that stand for the same human,
 * each meeting once. A cancelled meeting is none. Once one
 * of these rows was erased, the number of those before is the one kept then.
 */
const text = `
  SELECT v.id,
    coalesce(v.earlier_visits, count(DISTINCT visited.id) FILTER (WHERE visited.id <> m.id))::int AS earlier,
    coalesce(v.earlier_visits + count(DISTINCT visited.id) FILTER (WHERE visited.id = m.id),
      count(DISTINCT visited.id))::int AS "soFar"
  FROM visitors v
  JOIN meetings m ON m.id = v.meeting_id
  JOIN contacts c ON c.id = v.contact_id
  JOIN contacts same ON ${sameHuman('c', 'same')}
  LEFT JOIN (
    visitors visit JOIN meetings visited ON visited.id = visit.meeting_id AND visited.state <> 'cancelled'
  ) ON visit.contact_id = same.id AND visit.club_id = v.club_id AND visit.came_at IS NOT NULL
    AND (visited.id = m.id OR visited.starts_at < m.starts_at)
  WHERE v.id = ANY ($1)
  GROUP BY v.id`;

/** By the visitor's id. */
export const visitsOf: LoaderDeclaration<Visits> = async (visitorIds, dataSource) => {
  const rows = await dataSource.query<(Visits & { id: string })[]>(text, [visitorIds]);
  return new Map(rows.map((row) => [row.id, row]));
};
