import { DomainError } from '../../platform/graphql/errors.js';
import { suggestedFields } from './headings.js';
import type { ColumnOfField } from './import-field.js';

/**
 * What the columns of a file hold, in the order of the columns: as it is said, or as the headings suggest.
 * @throws DomainError INVALID for a column there is not, or one that is said to hold two things
 */
export function mappingOf(headings: readonly string[], said: readonly ColumnOfField[] | null): ColumnOfField[] {
  if (said === null) {
    return suggestedFields(headings).flatMap((field, place) => (field ? [{ column: place + 1, field }] : []));
  }
  const columns = said.map(({ column }) => column);
  if (columns.some((column) => column < 1 || column > headings.length)) {
    throw new DomainError('INVALID', `The file has the columns from 1 to ${headings.length}.`, ['mapping']);
  }
  if (new Set(columns).size < columns.length) {
    throw new DomainError('INVALID', 'A column holds one thing.', ['mapping']);
  }
  return said.toSorted((one, other) => one.column - other.column);
}
