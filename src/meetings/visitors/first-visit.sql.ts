import { sameHuman } from '../../contacts/same-human.sql.js';

/**
 * The condition that visitor `v` of meeting `m` is there for the first time: none of the rows that stand for the same
 * human came to an earlier meeting of the club; or, once one of these rows was erased, what was true then. It is the same as no `earlier` visit in visits.sql.ts.
 */
export const firstVisit = `
  coalesce(v.earlier_visits = 0, NOT EXISTS (
    SELECT FROM contacts c
    JOIN contacts same ON ${sameHuman('c', 'same')}
    JOIN visitors earlier ON earlier.contact_id = same.id
    JOIN meetings e ON e.id = earlier.meeting_id
    WHERE c.id = v.contact_id AND earlier.club_id = v.club_id AND earlier.came_at IS NOT NULL
      AND e.state <> 'cancelled' AND e.starts_at < m.starts_at
  ))`;
