/**
 * SQL of a WITH: the asks of others than the viewer (`$3`), and of each its words that say something: no stop words,
 * unless in capitals (IT), no numbers, no words of asking (`$4`). Titles (`$5`) are marked. Of words of one stem the
 * first stands for all.
 */
export const askWords = (asks: string) => `
  asks AS MATERIALIZED (
    SELECT asked.id, asked.ask, asker.id AS asker_id, asker.email, asker.phone
    FROM (${asks}) wanted
    JOIN presentations asked ON asked.id = wanted.id
    JOIN memberships seat ON seat.id = asked.membership_id AND seat.person_id <> $3
    JOIN persons asker ON asker.id = seat.person_id
  ),
  plain_words AS MATERIALIZED (
    SELECT array_agg(stem) FILTER (WHERE word = ANY ($4)) AS of_asking,
      array_agg(stem) FILTER (WHERE word = ANY ($5)) AS titles
    FROM unnest($4::text[] || $5::text[]) word CROSS JOIN LATERAL unnest(stems_of(word)) stem
  ),
  ask_words AS MATERIALIZED (
    SELECT DISTINCT ON (asks.id, stems[1]) asks.id AS ask_id, place, word, plain, stems, stems && titles AS is_title
    FROM plain_words, asks
    CROSS JOIN LATERAL unnest(words_in(asks.ask)) WITH ORDINALITY spoken (word, place)
    CROSS JOIN LATERAL (SELECT plain_text(word) AS plain, stems_of(word) AS stems) said
    WHERE length(plain) > 1 AND plain !~ '^[0-9]+$' AND NOT stems && of_asking
      AND (
        word ~ '^[A-Z]{2,4}$' AND asks.ask <> upper(asks.ask)
        OR '{}' NOT IN (ts_lexize('pg_catalog.dutch_stem', plain), ts_lexize('pg_catalog.english_stem', plain))
      )
    ORDER BY asks.id, stems[1], place
  )`;

/** SQL of a WITH: the viewer's book (`$3`) in words. Names and addresses are no words of it. */
export const bookWords = `
  book AS MATERIALIZED (
    SELECT id, person_id, email, phone, strength, role, profession, company, place
    FROM contacts WHERE owner_id = $3 AND merged_into_id IS NULL AND erased_at IS NULL
  ),
  book_words AS MATERIALIZED (
    SELECT book.id AS contact_id, position, field, word
    FROM book
    CROSS JOIN LATERAL (
      VALUES (1, 'role', role), (2, 'profession', profession), (3, 'company', company), (4, 'place', book.place)
    ) detail (position, field, text)
    CROSS JOIN LATERAL unnest(words_in(detail.text)) word
  ),
  vocabulary AS MATERIALIZED (
    SELECT word, stems_of(word) AS stems FROM (SELECT DISTINCT word FROM book_words) each
  )`;
