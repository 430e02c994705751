import type { Money } from '../../platform/money.js';
import type { MemberCounts } from '../counts/member-counts.types.js';
import { type RankingEntry, RankingMeasure } from './rankings.types.js';

type Counted = Exclude<RankingMeasure, typeof RankingMeasure.THANKED>;

const countOf: Record<Counted, (row: MemberCounts) => number> = {
  given: (row) => row.referralsGivenInside + row.referralsGivenOutside,
  received: (row) => row.referralsReceivedInside + row.referralsReceivedOutside,
  visitors: (row) => row.visitors,
  one_to_ones: (row) => row.oneToOnes,
};

/** Members by what they did, most first; who did nothing is left out. @param rows in the order in which equals stand */
export function rankedByCount(rows: readonly MemberCounts[], measure: Counted): RankingEntry[] {
  const entries = rows.map((row) => ({ seat: row.seat, count: countOf[measure](row), amount: null, withheld: false }));
  return ranked(
    entries.filter(({ count }) => count > 0),
    ({ count }) => BigInt(count),
  );
}

/**
 * Members by what they were thanked for in one currency, as far as the viewer is shown it. Whose sum is withheld has
 * no rank, which would tell between which sums it lies.
 */
export function rankedByThanked(rows: readonly MemberCounts[], currency: string): RankingEntry[] {
  const shown = rows.flatMap(({ seat, thanked }) => {
    const amount = thanked.find((sum) => sum.currency === currency);
    return amount ? [{ seat, count: null, amount, withheld: false }] : [];
  });
  const withheld = rows.filter(({ thankedWithheld }) => thankedWithheld.includes(currency));
  return [
    ...ranked(shown, ({ amount }) => minorOf(amount)),
    ...withheld.map(({ seat }) => ({ seat, rank: null, count: null, amount: null, withheld: true })),
  ];
}

/** The rank of each is one more than the number of those who have more. */
function ranked<T extends object>(entries: readonly T[], sizeOf: (entry: T) => bigint): (T & { rank: number })[] {
  const sized = entries.map((entry) => ({ entry, size: sizeOf(entry) }));
  const sizes = sized.map(({ size }) => size).sort((a, b) => Number(b - a));
  return sized
    .toSorted((a, b) => Number(b.size - a.size))
    .map(({ entry, size }) => ({ ...entry, rank: sizes.indexOf(size) + 1 }));
}

/** An amount has all places of its currency: without the point it is minor units. */
function minorOf({ amount }: Money): bigint {
  return BigInt(amount.replace('.', ''));
}
