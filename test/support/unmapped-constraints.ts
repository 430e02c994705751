/** The constraints without an error for the user in src/constraint-errors.ts, by the reason why they need none. */
export const unmappedConstraints: Record<string, string[]> = {
  'It is what a composite foreign key refers to, and as unique as the primary key within it.': [
    'introductions_id_beneficiary_id_key',
    'meetings_are_of_their_club',
    'memberships_seat_is_in_its_club',
    'memberships_seat_is_of_its_person',
    'regions_id_network_id_key',
  ],
};
