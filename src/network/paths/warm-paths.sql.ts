import type { DataSource } from 'typeorm';
import { sameHuman } from '../../contacts/same-human.sql.js';
import { findableContactsOf, isFindable } from './findable-contact.sql.js';
import type { WantedWord } from './search-words.js';
import type { SharingLevel } from './sharing.entity.js';

/** How many are shown at most, and of how many humans in how many books there must be a choice. */
export const mostShown = 50;
export const leastChoice = 3;
/** How many members of other clubs are considered: those with whom a fellow met or passed a referral last. */
export const mostOthers = 500;
/** How much alike two words are at least, of which one may be misspelt. */
const likeness = 0.5;

export interface WarmPathSearch {
  personId: string;
  /** The instant of the search: seats are those of the civil day it is then in each club. */
  asOf: Date;
  /** The clubs in which he has a seat. */
  clubIds: readonly string[];
  reach: SharingLevel;
  wanted: readonly WantedWord[];
  /** Since what day a one-to-one or a referral makes a tie between members strong. */
  strongSince: string;
}

export interface WarmPathRow {
  /** The seat of the member to ask, in a club in common. */
  membershipId: string;
  degree: number;
}

const isHeld = (seat: string): string =>
  `daterange(${seat}.joined_on, ${seat}.left_on) @> ($2::timestamptz AT TIME ZONE club.time_zone)::date`;

/** Whether somebody sits in a network in which the searcher sits. */
const sitsInNetwork = (person: string): string => `EXISTS (
  SELECT FROM memberships seat JOIN clubs club ON club.id = seat.club_id
  WHERE seat.person_id = ${person} AND ${isHeld('seat')}
    AND club.network_id IN (SELECT network_id FROM clubs WHERE id = ANY ($3)))`;

/**
 * Each word of the search is in the role, company, profession or place: as its stem, or nearly as it was typed, with the
 * first two letters right. To compare those first costs a fraction of the comparison of all.
 */
const fits = (contact: string): string => `NOT EXISTS (
  SELECT FROM wanted WHERE NOT coalesce(${contact}.words @@ wanted.query OR (
    position(wanted.beginning IN ' ' || ${contact}.search_text) > 0
    AND strict_word_similarity(wanted.typed, ${contact}.search_text) >= ${likeness}
  ), false))`;

const tie = (day: string): string =>
  `(CASE WHEN ${day} >= $6::date THEN 'strong' ELSE 'familiar' END)::acquaintance_strength`;

const human = (contact: string): string =>
  ['id', 'owner_id', 'person_id', 'name', 'email', 'phone'].map((column) => `${contact}.${column}`).join(', ');

const wanted = `
  wanted AS MATERIALIZED (
    SELECT word ->> 'typed' AS typed, ' ' || left(word ->> 'typed', 2) AS beginning, (
      SELECT string_agg('(' || stems::text || ')', ' | ')::tsquery
      FROM jsonb_array_elements_text(word -> 'forms') AS form,
        LATERAL (VALUES (plainto_tsquery('dutch', form)), (plainto_tsquery('english', form))) AS stemmed (stems)
      WHERE numnode(stems) > 0
    ) AS query
    FROM jsonb_array_elements($5::jsonb) AS word
  )`;

/** Who may be asked, whom each of them knows among the members, and which members of other clubs are considered. */
const members = `
  fellows AS MATERIALIZED (
    SELECT DISTINCT ON (seat.person_id) seat.person_id, seat.id AS membership_id, sharings.level
    FROM clubs club
    JOIN memberships seat ON seat.club_id = club.id
    LEFT JOIN sharings USING (person_id)
    WHERE club.id = ANY ($3) AND seat.person_id <> $1 AND ${isHeld('seat')}
    ORDER BY seat.person_id, seat.joined_on, seat.id
  ),
  sharing AS MATERIALIZED (SELECT person_id, membership_id FROM fellows WHERE level >= 'fellows'),
  known AS MATERIALIZED (
    SELECT member_id, other_id, max(day) AS met_on
    FROM (
      SELECT person_id, partner_id, held_on FROM sharing JOIN one_to_ones ON proposer_id = person_id AND state = 'held'
      UNION ALL
      SELECT person_id, proposer_id, held_on FROM sharing JOIN one_to_ones ON partner_id = person_id AND state = 'held'
      UNION ALL
      SELECT person_id, receiver_id, given_on FROM sharing JOIN referrals ON giver_id = person_id
      UNION ALL
      SELECT person_id, giver_id, given_on FROM sharing JOIN referrals ON receiver_id = person_id
      UNION ALL
      SELECT sharing.person_id, seat.person_id, NULL
      FROM sharing
      JOIN memberships own ON own.person_id = sharing.person_id AND own.club_id <> ALL ($3)
      JOIN clubs club ON club.id = own.club_id
      JOIN memberships seat ON seat.club_id = club.id AND seat.person_id <> sharing.person_id
      WHERE ${isHeld('own')} AND ${isHeld('seat')}
    ) AS met (member_id, other_id, day)
    GROUP BY member_id, other_id
  ),
  asked AS MATERIALIZED (
    SELECT sharing.*, known.met_on
    FROM sharing LEFT JOIN known ON known.member_id = sharing.person_id AND known.other_id = $1
  ),
  others AS MATERIALIZED (
    SELECT known.*
    FROM known JOIN sharings ON sharings.person_id = known.other_id AND sharings.level = 'network'
    WHERE $4::sharing_level = 'network' AND known.other_id <> $1
      AND known.other_id NOT IN (SELECT person_id FROM fellows) AND ${sitsInNetwork('known.other_id')}
  ),
  nearest AS MATERIALIZED (
    SELECT member_id, other_id, met_on
    FROM (
      SELECT latest.*, dense_rank() OVER (ORDER BY last_met_on DESC NULLS LAST, other_id) AS place
      FROM (SELECT others.*, max(met_on) OVER (PARTITION BY other_id) AS last_met_on FROM others) AS latest
    ) AS placed
    WHERE place <= ${mostOthers}
  )`;

/**
 * The contacts that fit, in the books of those members; and those whom a contact of a member to ask introduced before,
 * if that member had a hand in it. What the searcher has in his own book counts for nothing.
 */
const contacts = `
  books AS MATERIALIZED (
    SELECT ${human('c')}, coalesce(c.strength, 'weak') AS strength, c.last_spoken_on
    FROM (SELECT person_id FROM asked UNION ALL SELECT DISTINCT other_id FROM nearest) AS owner (id)
    JOIN contacts c ON c.owner_id = owner.id
    WHERE ${isFindable('c')} AND c.person_id IS DISTINCT FROM $1 AND ${fits('c')}
  ),
  introduced AS MATERIALIZED (
    SELECT asked.person_id AS member_id, ${human('c')},
      least(coalesce(own.strength, 'weak'), 'familiar') AS strength, own.last_spoken_on
    FROM asked
    JOIN contacts own ON own.owner_id = asked.person_id
    JOIN introductions i ON i.introducer_contact_id = own.id
      AND asked.person_id IN (i.asker_id, i.recorded_by_id, i.beneficiary_id)
    JOIN contacts c ON c.id = i.introduced_contact_id
    LEFT JOIN sharings ON sharings.person_id = c.owner_id
    WHERE $4::sharing_level = 'network'
      AND ${isFindable('own')} AND own.person_id IS DISTINCT FROM $1
      AND ${isFindable('c')} AND c.person_id IS DISTINCT FROM $1 AND c.person_id IS DISTINCT FROM asked.person_id
      AND ${sameHuman('own', 'c')} IS NOT TRUE
      AND c.owner_id <> $1 AND (
        c.owner_id IN (SELECT person_id FROM asked) OR (sharings.level = 'network' AND ${sitsInNetwork('c.owner_id')})
      )
      AND ${fits('c')}
  )`;

/** Every path to such a contact, whether there is a choice among enough humans, and the best path of each member. */
const paths = `
  ways AS MATERIALIZED (
    SELECT asked.person_id AS member_id, 2 AS degree, books.strength, books.last_spoken_on, ${human('books')}
    FROM asked JOIN books ON books.owner_id = asked.person_id
    UNION ALL
    SELECT nearest.member_id, 3, least(books.strength, ${tie('nearest.met_on')}), books.last_spoken_on, ${human('books')}
    FROM nearest JOIN books ON books.owner_id = nearest.other_id
    WHERE books.person_id IS DISTINCT FROM nearest.member_id
    UNION ALL
    SELECT member_id, 3, strength, last_spoken_on, ${human('introduced')} FROM introduced
  ),
  choice AS MATERIALIZED (
    SELECT least(count(DISTINCT owner_id), count(DISTINCT plain_text(name)),
      count(DISTINCT coalesce(person_id::text, lower(email::text), phone, id::text))) AS size
    FROM ways
  ),
  best AS MATERIALIZED (
    SELECT DISTINCT ON (asked.person_id) asked.*, ways.degree, ways.last_spoken_on,
      least(ways.strength, ${tie('asked.met_on')}) AS strength
    FROM ways JOIN asked ON asked.person_id = ways.member_id
    ORDER BY asked.person_id, least(ways.strength, ${tie('asked.met_on')}) DESC, ways.degree,
      ways.last_spoken_on DESC NULLS LAST
  )`;

/**
 * Whom to ask for the way to a contact that fits, the best first; nobody while there are fewer than three humans in
 * three books to choose among. A path is as strong as its weakest link; of equally strong ones the shorter comes first,
 * then the one along which somebody was spoken with last. It costs what the books within reach cost, however many
 * members and contacts there are besides.
 */
export const warmPathsText = `
  WITH ${[wanted, members, contacts, paths].join(',')}
  SELECT membership_id AS "membershipId", degree
  FROM best
  WHERE (SELECT size FROM choice) >= ${leastChoice}
  ORDER BY strength DESC, degree, last_spoken_on DESC NULLS LAST, met_on DESC NULLS LAST, person_id
  LIMIT least(${mostShown}, ${findableContactsOf('$1')})`;

/** What stands for $1 to $6. */
export function warmPathsParameters(search: WarmPathSearch): unknown[] {
  const { personId, asOf, clubIds, reach, wanted: words, strongSince } = search;
  return [personId, asOf, clubIds, reach, JSON.stringify(words), strongSince];
}

export function warmPathRows(dataSource: DataSource, search: WarmPathSearch): Promise<WarmPathRow[]> {
  return dataSource.query<WarmPathRow[]>(warmPathsText, warmPathsParameters(search));
}
