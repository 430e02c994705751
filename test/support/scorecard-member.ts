import { builtInProfiles } from '../../src/reports/scorecards/built-in-profiles.js';
import type { ScorecardEvent, ScorecardFigure, ScorecardProfile } from '../../src/reports/scorecards/profile.js';

/** The 15th of July 2026: its window of six months is January to June, or 16 January to 15 July. */
export const midJuly = '2026-07-15';

const figures: Record<string, [figure: ScorecardFigure, perUnit: number]> = {
  P: ['present', 1],
  A: ['absent', 1],
  L: ['late', 1],
  M: ['medical', 1],
  S: ['substitute', 1],
  given: ['referralsGiven', 1],
  contacted: ['referralsContactedInTime', 1],
  customers: ['referralsBecameCustomers', 1],
  visitors: ['visitors', 1],
  'one-to-ones': ['oneToOnes', 1],
  education: ['educationHundredths', 100],
  testimonials: ['testimonials', 1],
  thanked: ['thankedMinor', 100],
  direct: ['directReturnMinor', 100],
  indirect: ['indirectReturnMinor', 100],
};

/** What "24 P, 1 A, 30 given, 1.5 education, 5000 thanked" comes to as events of one day; money in major units. */
export function done(deeds: string, day = '2026-06-10'): ScorecardEvent[] {
  if (deeds === '') return [];
  return deeds.split(', ').map((deed) => {
    const [amount, word = ''] = deed.split(' ');
    const [figure, perUnit] = figures[word] ?? [];
    if (!figure || !perUnit) throw new Error(`"${deed}" is no deed.`);
    return { day, figure, amount: Math.round(Number(amount) * perUnit) };
  });
}

export function profileOf(id: string): ScorecardProfile {
  const profile = builtInProfiles().find((candidate) => candidate.id === id);
  if (!profile) throw new Error(`There is no profile ${id}.`);
  return profile;
}
