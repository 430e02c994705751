import { ratioOf } from '../ratio.js';
import type { PromisesRow } from './promises.sql.js';
import type { PromisesKept } from './promises.types.js';
import { isSafe, mayBeSplit, type Part } from './shown-parts.js';

type Figure = 'early' | 'kept' | 'late' | 'overdue' | 'inTarget' | 'outOfTarget';
const experiences = ['early', 'kept', 'late', 'overdue'] as const;

/**
 * How a member or the members of a club kept their promises. What parts the referrals, such as kept and not kept, is
 * told when each part is of nobody or of enough receivers.
 * @returns null when promises of some members, yet of fewer than the smallest group, are judged
 */
export function promisesOf(rows: readonly PromisesRow[], smallestGroup: number): PromisesKept | null {
  const part = (...figures: Figure[]) => partOf(rows, figures);
  const count = (...figures: Figure[]) => countOf(rows, figures);
  if (!isSafe([part(...experiences)], smallestGroup)) return null;
  const areTold = mayBeSplit(
    experiences.map((each) => part(each)),
    smallestGroup,
  );
  const isKeptTold = mayBeSplit([part('early', 'kept'), part('late', 'overdue')], smallestGroup);
  const isTargetTold = isSafe([part('inTarget', 'outOfTarget')], smallestGroup);
  const isShareTold = isTargetTold && mayBeSplit([part('inTarget'), part('outOfTarget')], smallestGroup);
  const isMedianTold = mayBeSplit([part('early', 'kept', 'late'), part('overdue')], smallestGroup);
  return {
    referrals: count(...experiences),
    early: areTold ? count('early') : null,
    kept: areTold ? count('kept') : null,
    late: areTold ? count('late') : null,
    overdue: areTold ? count('overdue') : null,
    keptShare: isKeptTold ? ratioOf(count('early', 'kept'), count(...experiences)) : null,
    targetReferrals: isTargetTold ? count('inTarget', 'outOfTarget') : null,
    withinTargetShare: isShareTold ? ratioOf(count('inTarget'), count('inTarget', 'outOfTarget')) : null,
    medianHours: isMedianTold ? (rows[0]?.medianHours ?? null) : null,
  };
}

function countOf(rows: readonly PromisesRow[], figures: readonly Figure[]): number {
  return rows.reduce((sum, row) => sum + figures.reduce((ofRow, figure) => ofRow + row[figure], 0), 0);
}

function partOf(rows: readonly PromisesRow[], figures: readonly Figure[]): Part {
  const contributing = rows.filter((row) => figures.some((figure) => row[figure] > 0));
  return { contributors: contributing.map(({ receiverId }) => receiverId) };
}
