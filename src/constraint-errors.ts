import { DomainError } from './platform/graphql/errors.js';
import type { ConstraintErrors } from './platform/graphql/payload.js';

/**
 * What a violated constraint is to the caller. Rules that are true of a row or of keys live in the database;
 * services do not ask first, they try, and this one table says what the refusal means.
 */
export const constraintErrors: ConstraintErrors = {
  regions_name_is_used_once_below_its_parent: new DomainError('TAKEN', 'The parent has a region of that name.', [
    'name',
  ]),
  region_directors_terms_do_not_overlap: new DomainError(
    'OFFICE_TAKEN',
    'The person directs this region in part of this term already.',
    ['startsOn'],
  ),
  region_directors_end_after_start: new DomainError('DATE_OUT_OF_RANGE', 'A term does not end before it starts.', [
    'endsOn',
  ]),
  clubs_name_is_used_once_in_a_region: new DomainError('TAKEN', 'The region has a club of that name.', ['name']),
  club_rules_one_version_per_day: new DomainError('TAKEN', 'A version of the rules begins on that day already.', [
    'validFrom',
  ]),
  professions_name_is_used_once: new DomainError('TAKEN', 'The catalogue has a profession of that name.', ['name']),
};
