import { canaries, formsOf } from './canaries.js';
import { foreignMark } from './permission-world.js';
import type { Role } from './roles.js';

/** The canaries that an answer holds although they are not for the role. */
export function leaksIn(text: string, role: Role): string[] {
  const leaks = canaries
    .filter(({ seenBy }) => !seenBy.includes(role))
    .filter((canary) => formsOf(canary).some((form) => text.includes(form)))
    .map(({ column, of, because }) => `${column} of ${of}: ${because}`);
  return role !== 'foreigner' && text.includes(`${foreignMark} `) ? [...leaks, 'something of another network'] : leaks;
}

/** The canaries that are for the role and that it was nowhere told. */
export function untold(text: string, role: Role): string[] {
  return canaries
    .filter(({ seenBy }) => seenBy.includes(role))
    .filter((canary) => !formsOf(canary).some((form) => text.includes(form)))
    .map(({ column, of }) => `${column} of ${of}`);
}
