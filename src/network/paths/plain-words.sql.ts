import type { DataSource } from 'typeorm';
import type { PlainWord } from './search-words.js';

/** It reads no table: what it takes depends on the words alone. */
const text = `
  SELECT word.plain, length(to_tsvector('dutch', word.plain)) = 0 OR length(to_tsvector('english', word.plain)) = 0
    AS "isStopWord"
  FROM unnest($1::text[]) WITH ORDINALITY AS typed (word, place), LATERAL (SELECT plain_text(typed.word)) AS word (plain)
  ORDER BY typed.place`;

/** The words as they stand in the columns they are looked for in, and whether they are looked for at all. */
export function plainWords(dataSource: DataSource, words: readonly string[]): Promise<PlainWord[]> {
  return dataSource.query<PlainWord[]>(text, [words]);
}
