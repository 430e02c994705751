import { type Canary, canaries, formsOf } from './canaries.js';
import type { Role } from './roles.js';

/** What tells that a text is of another network or of the neighbours, and who may yet find it. */
const marks: { mark: string; seenBy: Role[] }[] = [
  { mark: 'foreign ', seenBy: ['foreigner'] },
  { mark: '@elsewhere.example', seenBy: [] },
  // She is the president of her club, and follows its visitors up.
  { mark: 'foreign-guest@visitor.example', seenBy: ['foreigner'] },
  { mark: 'utrecht-guest@visitor.example', seenBy: [] },
  { mark: 'utrecht contacts', seenBy: ['neighbour'] },
  { mark: 'utrecht deal', seenBy: [] },
  { mark: 'utrecht customer_questions', seenBy: [] },
  { mark: 'foreign customer_questions', seenBy: [] },
  { mark: 'utrecht referral', seenBy: [] },
  { mark: 'utrecht thanks', seenBy: [] },
  { mark: 'utrecht one_to_ones', seenBy: [] },
  { mark: 'foreign one_to_ones', seenBy: [] },
  { mark: 'utrecht introduction_requests', seenBy: [] },
  { mark: 'foreign introduction_requests', seenBy: [] },
  { mark: 'utrecht member_sheets', seenBy: ['neighbour'] },
];

/**
 * Leaks that are known and not mended yet. The aim is that there are none; each is told of in the suite until then,
 * and one that is no longer there has to leave this list.
 */
export const knownGaps: { leak: string; roles: Role[]; because: string }[] = [];

/** The values in an answer that are not for the role. */
export function leaksIn(text: string, role: Role): string[] {
  const leaks = canaries.filter((canary) => !canary.seenBy.includes(role) && isIn(text, canary));
  const strange = marks.filter(({ mark, seenBy }) => !seenBy.includes(role) && text.includes(mark));
  return [...leaks.map(nameOf), ...strange.map(({ mark }) => `something marked ${mark}`)];
}

/** The canaries that are for the role and that it was nowhere told. */
export function untold(text: string, role: Role): string[] {
  return canaries.filter((canary) => canary.seenBy.includes(role) && !isIn(text, canary)).map(nameOf);
}

export function gapsOf(role: Role): string[] {
  return knownGaps.filter(({ roles }) => roles.includes(role)).map(({ leak }) => leak);
}

function isIn(text: string, canary: Canary): boolean {
  return formsOf(canary).some((form) => text.includes(form));
}

function nameOf({ column, of }: Canary): string {
  return `${column} of ${of}`;
}
