import type { DataSource } from 'typeorm';

/** Two contacts of one book that may be one human, and why. */
export interface PairRow {
  firstId: string;
  secondId: string;
  sameEmail: boolean;
  samePhone: boolean;
  similarName: boolean;
  /** Sorting by it, then by the second, lists the surest first: an address counts more than a number, that more than a name. */
  place: string;
}

/** From here on two names are similar: the share of their groups of three letters that they have in common. */
const similarNames = 0.6;
/** Below this two companies, or two places, contradict each other. */
const contradicting = 0.3;

/**
 * The pairs of a book ($1 is its owner) that share an e-mail address or a phone number or have similar names, without
 * those he dismissed and those known as two persons. Similarity is that of pg_trgm: the order of the words does not
 * matter to it, so first and last name may be swapped. Of similar names alone the companies, or where one has none the
 * places, must not contradict each other.
 *
 * Nobody is compared with everybody: names are when two words of the one begin with the same two letters as two of the
 * other, and names of one word when those begin so. What may be alike is grouped first and paired within its group, so
 * that the cost does not hang on what the database guesses of a book that was imported a moment ago.
 */
const pairs = `
  WITH book AS (
    SELECT id, person_id, email, phone, translate(plain_text(name), '''’', '') AS name, plain_text(company) AS company,
      plain_text(place) AS place
    FROM contacts
    WHERE owner_id = $1 AND merged_into_id IS NULL AND erased_at IS NULL
  ),
  begun AS (
    SELECT *, ARRAY (
      SELECT left(word, 2) FROM unnest(regexp_split_to_array(name, '[^[:alnum:]]+')) AS word WHERE word <> '' ORDER BY 1
    ) AS letters
    FROM book
  ),
  keyed AS (
    SELECT 'email' AS by, lower(email::text) AS key, id, person_id, name, company, place FROM book WHERE email IS NOT NULL
    UNION ALL
    SELECT 'phone', phone, id, person_id, name, company, place FROM book WHERE phone IS NOT NULL
    UNION ALL
    SELECT 'name', a.letters || ' ' || b.letters, id, person_id, name, company, place
    FROM begun, unnest(begun.letters) WITH ORDINALITY AS a (letters, n),
      unnest(begun.letters) WITH ORDINALITY AS b (letters, n)
    WHERE a.n < b.n OR cardinality(begun.letters) = 1
  ),
  groups AS (
    SELECT by, array_agg(id) AS ids, array_agg(person_id) AS persons, array_agg(name) AS names,
      array_agg(company) AS companies, array_agg(place) AS places
    FROM keyed
    GROUP BY by, key
    HAVING count(*) > 1
  ),
  alike AS (
    SELECT one.id AS one_id, other.id AS other_id, by
    FROM groups, unnest(ids, persons, names, companies, places) AS one (id, person_id, name, company, place),
      unnest(ids, persons, names, companies, places) AS other (id, person_id, name, company, place)
    WHERE other.id > one.id AND (one.person_id <> other.person_id) IS NOT TRUE AND (
      by <> 'name' OR similarity(one.name, other.name) >= ${similarNames}
        AND coalesce(similarity(one.company, other.company), similarity(one.place, other.place), 1) >= ${contradicting}
    )
  ),
  dismissed AS (
    SELECT coalesce(first.merged_into_id, first.id) AS one_id, coalesce(second.merged_into_id, second.id) AS other_id
    FROM dismissed_duplicates
    JOIN contacts first ON first.id = first_id
    JOIN contacts second ON second.id = second_id
    WHERE dismissed_duplicates.owner_id = $1
  ),
  proposed AS (
    SELECT one_id, other_id, bool_or(by = 'email') AS same_email, bool_or(by = 'phone') AS same_phone,
      bool_or(by = 'name') AS similar_name,
      (CASE WHEN bool_or(by = 'email') THEN '1 ' WHEN bool_or(by = 'phone') THEN '2 ' ELSE '3 ' END || one_id)
        COLLATE "C" AS place
    FROM alike
    WHERE (one_id, other_id) NOT IN (SELECT one_id, other_id FROM dismissed)
      AND (one_id, other_id) NOT IN (SELECT other_id, one_id FROM dismissed)
    GROUP BY one_id, other_id
  )`;

/** The next so many pairs of a book after a place in the list, each with that place. */
export function pairsPage(
  dataSource: DataSource,
  ownerId: string,
  { after, limit }: { after: [string, string] | null; limit: number },
): Promise<PairRow[]> {
  const text = `${pairs}
    SELECT one_id AS "firstId", other_id AS "secondId", same_email AS "sameEmail", same_phone AS "samePhone",
      similar_name AS "similarName", place
    FROM proposed
    WHERE $2::text IS NULL OR (place, other_id) > ($2, $3::uuid)
    ORDER BY place, other_id
    LIMIT $4`;
  return dataSource.query<PairRow[]>(text, [ownerId, after?.[0] ?? null, after?.[1] ?? null, limit]);
}

export async function countPairs(dataSource: DataSource, ownerId: string): Promise<number> {
  const text = `${pairs} SELECT count(*)::int AS count FROM proposed`;
  const [row] = await dataSource.query<{ count: number }[]>(text, [ownerId]);
  return row?.count ?? 0;
}
