import type { EntityManager } from 'typeorm';
import { askedParameters, askedPeriods, type SubjectPeriod } from '../asked-periods.js';

/**
 * The head of every statement about counts, for any number of clubs and periods at once: `asked`, and `seats`, those
 * held in the club on at least one day of the period. Who came back after a gap has a seat for each term.
 */
export const seatsInPeriod = `${askedPeriods},
  seats AS (
    SELECT asked.place, asked.from_day, asked.to_day, c.time_zone,
      m.id AS membership_id, m.person_id, m.profession_id, m.joined_on, daterange(m.joined_on, m.left_on) AS term
    FROM asked JOIN clubs c ON c.id = asked.subject_id JOIN memberships m ON m.club_id = c.id
    WHERE daterange(m.joined_on, m.left_on) && daterange(asked.from_day, asked.to_day, '[]')
  )`;

/** A seat of a club in a period at a place of the list asked about, and whose it is. */
export interface SeatRow {
  place: number;
  membershipId: string;
  personId: string;
  givenName: string;
  familyName: string;
  profession: string;
}

const text = `
  WITH ${seatsInPeriod}
  SELECT seats.place, seats.membership_id AS "membershipId", seats.person_id AS "personId",
    person.given_name AS "givenName", person.family_name AS "familyName", profession.name AS profession
  FROM seats
  JOIN persons person ON person.id = seats.person_id
  JOIN professions profession ON profession.id = seats.profession_id
  ORDER BY seats.place, person.family_name COLLATE "C", person.given_name COLLATE "C",
    seats.joined_on, seats.membership_id`;

/** The seats, by family name: letter by letter of Unicode, so that the order is the same on every server. */
export function seatRows(manager: EntityManager, asked: readonly SubjectPeriod[]): Promise<SeatRow[]> {
  return manager.query<SeatRow[]>(text, askedParameters(asked));
}
