import type { EntityManager } from 'typeorm';
import { askedParameters, askedPeriods, type SubjectPeriod } from '../asked-periods.js';

/** Who came, stayed and left in a club in a period, at a place of the list asked about. */
export interface SeatsRow {
  place: number;
  /** Seats held on the last day. */
  size: number;
  /** Seats held on the day before the first. */
  sizeBefore: number;
  joined: number;
  left: number;
  /** Persons with a seat on the day before the first. */
  personsBefore: number;
  /** Of these, those with a seat on the last day. */
  personsStayed: number;
  /** Days on which seats were held, over all seats. */
  seatDays: number;
}

const text = `
  WITH ${askedPeriods},
  seats AS (
    SELECT asked.place, m.person_id,
      m.joined_on BETWEEN asked.from_day AND asked.to_day AS has_joined,
      coalesce(m.left_on BETWEEN asked.from_day AND asked.to_day, false) AS has_left,
      m.joined_on < asked.from_day AND coalesce(m.left_on >= asked.from_day, true) AS is_before,
      m.joined_on <= asked.to_day AND coalesce(m.left_on > asked.to_day, true) AS is_after,
      greatest(0, least(coalesce(m.left_on, asked.to_day + 1), asked.to_day + 1)
        - greatest(m.joined_on, asked.from_day)) AS days
    FROM asked JOIN memberships m ON m.club_id = asked.subject_id AND m.joined_on <= asked.to_day
    WHERE m.left_on IS NULL OR m.left_on >= asked.from_day
  )
  SELECT place,
    count(*) FILTER (WHERE is_after)::int AS size,
    count(*) FILTER (WHERE is_before)::int AS "sizeBefore",
    count(*) FILTER (WHERE has_joined)::int AS joined,
    count(*) FILTER (WHERE has_left)::int AS left,
    count(DISTINCT person_id) FILTER (WHERE is_before)::int AS "personsBefore",
    count(DISTINCT person_id) FILTER (WHERE is_before AND person_id IN (
      SELECT after.person_id FROM seats after WHERE after.place = seats.place AND after.is_after
    ))::int AS "personsStayed",
    sum(days)::int AS "seatDays"
  FROM seats GROUP BY place`;

/** The seats of clubs; a club without any in its period has no row. */
export function seatsOfClub(manager: EntityManager, asked: readonly SubjectPeriod[]): Promise<SeatsRow[]> {
  return manager.query<SeatsRow[]>(text, askedParameters(asked));
}
