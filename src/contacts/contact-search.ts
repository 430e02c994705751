/** From here on a word is written like one of the contact's: the share of its groups of three letters that it has. */
const alike = 0.4;

/**
 * The condition that a contact (the alias `contact`) has every word of a text (the parameter `wanted`): by its stem in
 * Dutch or English in role, company, profession or place, or in any of these or the name a word written like it. Among
 * several, words that say nothing, such as `de` or `van`, need not be found.
 */
export const matchesContact = `NOT EXISTS (
  SELECT FROM regexp_split_to_table(btrim(plain_text(:wanted)), '\\s+') WITH ORDINALITY AS wanted (word, place)
  CROSS JOIN LATERAL (
    SELECT plainto_tsquery('dutch', word) AS dutch, plainto_tsquery('english', word) AS english
  ) AS stem
  WHERE NOT (
    contact.words @@ (stem.dutch || stem.english)
    OR word_similarity(word, plain_text(contact.name) || ' ' || contact.search_text) >= ${alike}
    OR (least(numnode(stem.dutch), numnode(stem.english)) = 0 AND btrim(:wanted) ~ '\\s')
  )
)`;
