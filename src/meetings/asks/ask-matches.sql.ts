import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../identity/viewer.js';
import { currentAsksOfClubs, standingOfPresentations } from '../presentations/current-asks.sql.js';
import { titles, wordsOfAsking } from './plain-words.js';
import { askWords, bookWords } from './words.sql.js';

/** How many of the contacts that fit an ask are shown: the best. All are counted. */
export const mostContacts = 100;

/** A word of the ask, and the word of the contact by which it is found, in a field of the contact. */
export interface FoundWord {
  askWord: string;
  field: 'role' | 'profession' | 'company' | 'place';
  contactWord: string;
}

export interface FoundContact {
  id: string;
  rank: number;
  matched: FoundWord[];
}

/** An ask with the viewer's own contacts who fit it, best first. */
export interface FoundAsk {
  /** The key of the presentation. */
  id: string;
  /** Of all who fit. */
  count: number;
  /** That of the best contact. */
  rank: number;
  found: FoundContact[];
}

/**
 * Which words of the book stand for which of the asks: those of the same stem; and, since Dutch writes as one word
 * what English writes as two, a word of five letters or more that begins or ends another, at least four longer. The
 * title in a word of the ask is too little of it.
 */
const alike = `
  asked AS MATERIALIZED (SELECT DISTINCT stems, unnest(ARRAY[stems[1], plain]) AS form FROM ask_words),
  held AS MATERIALIZED (
    SELECT DISTINCT word, stems && titles AS is_title, unnest(ARRAY[stems[1], plain_text(word)]) AS form
    FROM vocabulary, plain_words
  ),
  part_of AS MATERIALIZED (
    SELECT stems AS asked, word, asked.form AS asked_form, held.form AS held_form, is_title
    FROM asked JOIN held ON left(asked.form, 5) = left(held.form, 5)
    WHERE starts_with(asked.form, held.form) OR starts_with(held.form, asked.form)
    UNION ALL
    SELECT stems, word, asked.form, held.form, is_title
    FROM asked JOIN held ON right(asked.form, 5) = right(held.form, 5)
    WHERE starts_with(reverse(asked.form), reverse(held.form)) OR starts_with(reverse(held.form), reverse(asked.form))
  ),
  alike AS MATERIALIZED (
    SELECT asked.stems AS asked, held.word, true AS is_whole
    FROM (SELECT stems, unnest(stems) AS stem FROM ask_words) asked
    JOIN (SELECT word, unnest(stems) AS stem FROM vocabulary) held USING (stem)
    UNION
    SELECT asked, word, false FROM part_of
    WHERE least(length(asked_form), length(held_form)) >= 5 AND abs(length(asked_form) - length(held_form)) >= 4
      AND NOT (is_title AND length(held_form) < length(asked_form))
  )`;

/** Every place in which a contact has a word of an ask. A part of a word is none of a place name: Gentbrugge is not Brugge. */
const met = `
  ask_words
  JOIN alike ON alike.asked = ask_words.stems
  JOIN book_words ON book_words.word = alike.word AND (is_whole OR field <> 'place')`;

/**
 * A contact fits when he has at least two words of the ask, or the one it has, and one of them in what he does and
 * where. When that one is a mere title, he must have all the words. Best is who has most words, then whom one knows
 * best. Neither the asker fits, nor whom the viewer has given or dismissed for this ask already, also under the
 * contact that now stands for him.
 */
const fitting = `
  done AS (
    SELECT past.presentation_id, coalesce(merged_into_id, id) AS contact_id
    FROM (
      SELECT presentation_id, contact_id FROM answered_asks UNION SELECT presentation_id, contact_id FROM dismissed_matches
    ) past
    JOIN contacts ON contacts.id = past.contact_id AND owner_id = $3
    WHERE past.presentation_id IN (SELECT id FROM asks)
  ),
  covered AS (
    SELECT ask_words.ask_id, contact_id, ask_words.place, is_title, bool_or(field <> 'place') AS is_what_he_does
    FROM ${met} GROUP BY ask_words.ask_id, contact_id, ask_words.place, is_title
  ),
  fits AS (
    SELECT ask_id, contact_id, count(*) AS words
    FROM covered JOIN (SELECT ask_id, count(*) AS total FROM ask_words GROUP BY ask_id) spoken USING (ask_id)
    GROUP BY ask_id, contact_id, total
    HAVING count(*) >= least(2, total)
      AND (bool_or(is_what_he_does AND NOT is_title) OR bool_or(is_what_he_does) AND count(*) = total)
  ),
  ranked AS (
    SELECT ask_id, contact_id, rank, count(*) OVER (PARTITION BY ask_id) AS count,
      row_number() OVER (PARTITION BY ask_id ORDER BY rank DESC, contact_id) AS place
    FROM fits JOIN book ON book.id = contact_id JOIN asks ON asks.id = ask_id
    CROSS JOIN LATERAL (
      SELECT 4 * words + coalesce(array_position(enum_range(NULL::acquaintance_strength), strength), 0) AS rank
    ) standing
    WHERE (ask_id, contact_id) NOT IN (SELECT presentation_id, contact_id FROM done)
      AND (book.person_id = asker_id OR book.email = asks.email OR book.phone = asks.phone) IS NOT TRUE
  )`;

/** Of each ask the best contacts, each with the words by which it was found: of each word of the ask the clearest. */
const text = (asks: string) => `
  WITH ${askWords(asks)}, ${bookWords}, ${alike}, ${fitting},
  explained AS (
    SELECT DISTINCT ON (ask_words.ask_id, contact_id, ask_words.place)
      ask_words.ask_id, contact_id, ask_words.place,
      json_build_object('askWord', ask_words.word, 'field', field, 'contactWord', book_words.word) AS found
    FROM ${met}
    WHERE (ask_words.ask_id, contact_id) IN (SELECT ask_id, contact_id FROM ranked WHERE place <= ${mostContacts})
    ORDER BY ask_words.ask_id, contact_id, ask_words.place, is_whole DESC, position, book_words.word
  )
  SELECT ask_id AS id, max(count)::int AS count, max(rank)::int AS rank,
    json_agg(json_build_object('id', contact_id, 'rank', rank, 'matched', matched) ORDER BY ranked.place) AS found
  FROM ranked
  JOIN (
    SELECT ask_id, contact_id, json_agg(found ORDER BY place) AS matched FROM explained GROUP BY ask_id, contact_id
  ) each USING (ask_id, contact_id)
  WHERE ranked.place <= ${mostContacts}
  GROUP BY ask_id
  ORDER BY max(rank) DESC, ask_id DESC`;

const forClubs = text(currentAsksOfClubs);
const forPresentations = text(standingOfPresentations);

/** Who looks, and when. */
type Looking = Pick<Viewer, 'personId' | 'asOf'>;

/** The current asks of others in some clubs that contacts of the viewer's own book fit, best first. */
export function matchesInClubs(
  manager: EntityManager,
  { personId, asOf }: Looking,
  clubIds: readonly string[],
): Promise<FoundAsk[]> {
  return manager.query(forClubs, [clubIds, asOf, personId, wordsOfAsking, titles]);
}

/** The same of some presentations whose asks stand, whether or not they are the latest of their members. */
export function matchesOf(
  manager: EntityManager,
  { personId, asOf }: Looking,
  presentationIds: readonly string[],
): Promise<FoundAsk[]> {
  return manager.query(forPresentations, [presentationIds, asOf, personId, wordsOfAsking, titles]);
}
