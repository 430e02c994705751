/**
 * A digest of what stands of a contact: as long as it is the same, nobody changed, identified, merged or erased him.
 * @param contact the alias of `contacts` in the statement around it
 */
export function contactDigest(contact: string): string {
  const columns = [
    ...['name', 'company', 'role', 'email', 'phone', 'profession', 'place', 'strength', 'last_spoken_on'],
    ...['is_private', 'person_id', 'merged_into_id', 'erased_at'],
  ];
  const values = columns.map((column) => `${contact}.${column}`).join(', ');
  return `sha256(convert_to(jsonb_build_array(${values})::text, 'UTF8'))`;
}
