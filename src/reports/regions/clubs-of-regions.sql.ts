import { askedPeriods } from '../asked-periods.js';

/**
 * The head of every statement about regions, for any number of them and of periods at once: `asked`, and
 * `asked_clubs`, the clubs of each region and of all below it. Begins WITH RECURSIVE.
 */
export const clubsOfRegions = `WITH RECURSIVE ${askedPeriods},
  below AS (
    SELECT place, subject_id AS region_id FROM asked
    UNION ALL
    SELECT below.place, r.id FROM regions r JOIN below ON r.parent_id = below.region_id
  ),
  asked_clubs AS (
    SELECT asked.place, c.id AS club_id, asked.from_day, asked.to_day
    FROM asked JOIN below USING (place) JOIN clubs c ON c.region_id = below.region_id
  )`;
