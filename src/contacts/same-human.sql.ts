/**
 * The condition that two contacts stand for the same human: they are the same row, are identified as the same person,
 * or share an e-mail address or a phone number; or did so until one of them was erased (erase-contact.ts). Both
 * arguments are aliases of `contacts` in the statement around it.
 */
export function sameHuman(contact: string, other: string): string {
  const shared = ['id', 'person_id', 'email', 'phone'].map((column) => `${other}.${column} = ${contact}.${column}`);
  const kept = `${other}.id = ANY (ARRAY(SELECT other_id FROM likenesses WHERE contact_id = ${contact}.id))`;
  return `(${[...shared, kept].join(' OR ')})`;
}
