import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../identity/viewer.js';

const text = `
  SELECT locale FROM (
    SELECT c.locale, m.joined_on, m.id FROM memberships m JOIN clubs c ON c.id = m.club_id
    WHERE m.person_id = $1 AND c.id = ANY ($2)
    UNION ALL
    SELECT locale, 'infinity', id FROM persons WHERE id = $1
  ) AS spoken
  ORDER BY joined_on, id`;

/** The locales of the clubs the viewer sits in, the earliest first, and then his own. */
export async function localesOf(manager: EntityManager, viewer: Viewer): Promise<string[]> {
  const rows = await manager.query<{ locale: string }[]>(text, [viewer.personId, viewer.clubIds]);
  return rows.map(({ locale }) => locale);
}
