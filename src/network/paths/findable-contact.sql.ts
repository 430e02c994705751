/**
 * The condition that others may be led to a contact, as far as its owner shares: it is not private, not merged into
 * another and not erased. The argument is an alias of `contacts` in the statement around it.
 */
export function isFindable(contact: string): string {
  return `(NOT ${contact}.is_private AND ${contact}.merged_into_id IS NULL AND ${contact}.erased_at IS NULL)`;
}

/** How many findable contacts a person has. The argument is the place of his key in the statement around it. */
export function findableContactsOf(person: string): string {
  return `(SELECT count(*)::int FROM contacts mine WHERE mine.owner_id = ${person} AND ${isFindable('mine')})`;
}
