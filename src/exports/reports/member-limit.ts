import { DomainError } from '../../platform/graphql/errors.js';

/** @throws DomainError INVALID when there are more members than a file holds */
export function requireAtMost(most: number, members: number): void {
  if (members > most) {
    throw new DomainError('INVALID', `A file holds ${most} members at most, not ${members}.`, ['club']);
  }
}
