import type { LoaderDeclaration } from '../platform/graphql/loaders.js';

/**
 * SQL: whether visitor `v` of meeting `m` is there for the first time: none of the rows that stand for the same human
 * (the same contact, person, e-mail address or phone number) came to an earlier meeting of the club.
 */
export const firstVisit = `
  NOT EXISTS (
    SELECT FROM contacts c
    JOIN contacts same ON same.id = c.id OR same.person_id = c.person_id OR same.email = c.email OR same.phone = c.phone
    JOIN visitors earlier ON earlier.contact_id = same.id
    JOIN meetings e ON e.id = earlier.meeting_id
    WHERE c.id = v.contact_id AND earlier.club_id = v.club_id AND earlier.came_at IS NOT NULL
      AND e.state <> 'cancelled' AND e.starts_at < m.starts_at
  )`;

/** The same for visitors by their ids ($1). */
const text = `
  SELECT v.id, ${firstVisit} AS first
  FROM visitors v JOIN meetings m ON m.id = v.meeting_id
  WHERE v.id = ANY ($1)`;

/** By the visitor's id. */
export const isFirstVisit: LoaderDeclaration<boolean> = async (visitorIds, dataSource) => {
  const rows = await dataSource.query<{ id: string; first: boolean }[]>(text, [visitorIds]);
  return new Map(rows.map((row) => [row.id, row.first]));
};
