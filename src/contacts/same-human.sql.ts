/**
 * The condition that two contacts are one: the same row, or merged into one. Both arguments are aliases of `contacts`
 * in the statement around it. What is merged points at the one that stands for it, never at another merged one.
 */
export function sameContact(contact: string, other: string): string {
  const standing = `coalesce(${contact}.merged_into_id, ${contact}.id)`;
  return `(${other}.id = ${standing} OR ${other}.merged_into_id = ${standing})`;
}

/**
 * The condition that two contacts stand for the same human: they are one contact, are identified as the same person, or
 * share an e-mail address or a phone number; and so are those they were merged with, each with what it had. Both
 * arguments are aliases of `contacts` in the statement around it, none of which begins with `human_`.
 */
export function sameHuman(contact: string, other: string): string {
  const shared = ['id', 'person_id', 'email', 'phone'].map((column) => `human_alike.${column} = human_own.${column}`);
  return `${other}.id = ANY (ARRAY (
    SELECT human_one.id
    FROM contacts human_own
    JOIN contacts human_alike ON (${shared.join(' OR ')})
    JOIN contacts human_one ON ${sameContact('human_alike', 'human_one')}
    WHERE ${sameContact(contact, 'human_own')}
  ))`;
}
