import { smallestGroupForDirector } from '../reports.policy.js';

/** A part of a sum that is told, such as one of its months. */
export interface Part {
  /** The set of those who contributed, one bit or less for each; 0n for a part of nobody. */
  contributors: bigint;
}

/** How many a set holds at least. */
export function contributorsIn(set: bigint): number {
  let count = 0;
  for (let rest = BigInt.asUintN(64, set); rest > 0n; rest &= rest - 1n) count += 1;
  return count;
}

/** Whether a sum may be told: nobody, or enough of them, contributed. */
export function mayBeTold(contributors: bigint): boolean {
  const count = contributorsIn(contributors);
  return count === 0 || count >= smallestGroupForDirector;
}

/**
 * The parts of a told sum that are withheld: those of too few, and if what is left over is then of too few together,
 * which the sum and the other parts would tell, one more: that of the fewest, the first of several.
 */
export function withheldParts<P extends Part>(parts: readonly P[]): Set<P> {
  const few = parts.filter(({ contributors }) => !mayBeTold(contributors));
  const together = few.reduce((set, { contributors }) => set | contributors, 0n);
  const withheld = new Set(few);
  if (mayBeTold(together)) return withheld;
  const others = parts.filter((part) => part.contributors !== 0n && !withheld.has(part));
  const [fewest] = others.sort((one, other) => contributorsIn(one.contributors) - contributorsIn(other.contributors));
  if (fewest) withheld.add(fewest);
  return withheld;
}
