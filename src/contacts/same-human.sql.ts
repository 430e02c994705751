/**
 * The condition that two contacts stand for the same human: they are the same row, are identified as the same person,
 * or share an e-mail address or a phone number. Both arguments are aliases of `contacts` in the statement around it.
 */
export function sameHuman(contact: string, other: string): string {
  const shared = ['id', 'person_id', 'email', 'phone'].map((column) => `${other}.${column} = ${contact}.${column}`);
  return `(${shared.join(' OR ')})`;
}
