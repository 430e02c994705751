import { money } from '../../platform/money.js';
import type { ClubMedian } from './club-median.types.js';
import { shareOf } from './indirect-share.js';
import type { MemberFiguresRow } from './member-figures.sql.js';

/** A median of fewer members would tell too much of one of them. */
const fewestContributors = 5;
const significantDigits = 2;

export function clubMedian(rows: readonly MemberFiguresRow[], currency: string): ClubMedian | null {
  if (rows.length < fewestContributors) return null;
  const returns = rows.map(({ returnMinor }) => Number(returnMinor ?? 0));
  const received = rows.map(({ referralsReceived }) => referralsReceived);
  const middle = medianFrom(returns, rows.filter(({ returnMinor }) => returnMinor !== null).length);
  return {
    members: rows.length,
    indirectShare: medianOf(
      rows.flatMap(({ returnMinor, indirectMinor }) => {
        const share = shareOf(BigInt(indirectMinor ?? 0), BigInt(returnMinor ?? 0));
        return share === null ? [] : [share];
      }),
    ),
    return: middle === null ? null : money(BigInt(toSignificant(middle)), currency),
    referralsReceived: medianFrom(received, received.filter((count) => count > 0).length),
    keptShare: medianOf(
      rows.flatMap(({ promisesJudged, promisesKept }) => (promisesJudged > 0 ? [promisesKept / promisesJudged] : [])),
    ),
  };
}

/** The median of what each of them contributed; null when they are too few. */
function medianOf(values: readonly number[]): number | null {
  return medianFrom(values, values.length);
}

/** The median of values of which so many are contributions. Between the two in the middle it is their mean. */
function medianFrom(values: readonly number[], contributions: number): number | null {
  if (contributions < fewestContributors) return null;
  const sorted = [...values].sort((one, other) => one - other);
  const below = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const above = sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0;
  return (below + above) / 2;
}

/** From 123456 to 120000. */
function toSignificant(value: number): number {
  return Math.round(Number(value.toPrecision(significantDigits)));
}
