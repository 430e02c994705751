import type { Person } from './person.entity.js';

/** A person as one line names him. */
export function fullName({ givenName, familyName }: Pick<Person, 'givenName' | 'familyName'>): string {
  return `${givenName} ${familyName}`;
}
