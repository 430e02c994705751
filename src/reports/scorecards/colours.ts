import { epsilon } from './points.js';
import type { ColourRange, ScorecardProfile } from './profile.js';
import type { ScorecardColour, ScorecardResult } from './score.types.js';

/** The colours of a profile, the best first, each with a letter no other has. */
export function coloursOf({ colours }: Pick<ScorecardProfile, 'colours'>): ScorecardColour[] {
  const taken = new Set(colours.flatMap(({ letter }) => letter ?? []));
  return colours.map(({ min, name, letter = freeLetter(name, taken) }) => {
    taken.add(letter);
    return { min, name, letter };
  });
}

/** The first letter of a name that is still free; its first when none is. */
function freeLetter(name: ColourRange['name'], taken: ReadonlySet<string>): string {
  const letters = [...name.toUpperCase()].filter((letter) => /\p{L}/u.test(letter));
  return letters.find((letter) => !taken.has(letter)) ?? letters[0] ?? '?';
}

/** The colour a total earns; null without colours. */
export function colourOf(profile: ScorecardProfile, total: number): ScorecardColour | null {
  return coloursOf(profile).find(({ min }) => total >= min - epsilon) ?? null;
}

/** The colour above the one a total earns; null at the best, and without colours. */
export function nextColourOf(profile: ScorecardProfile, total: number): ScorecardResult['nextColour'] {
  const above = coloursOf(profile).findLast(({ min }) => total < min - epsilon);
  return above ? { ...above, pointsMissing: above.min - total } : null;
}
