import { ratioOf } from '../ratio.js';
import { enoughDeals, shareOf } from '../return/indirect-share.js';
import { type ClubMeasuresRow, type Group, groupOf, groups, type Measure, measureNames } from './club-measures.sql.js';
import type { ClubMonthRow } from './club-month-measures.sql.js';
import { withheldParts } from './withheld.js';

/** The values of one measure of a club, one for each month; null what is withheld or has nothing to divide by. */
export type Series = Record<Measure, (number | null)[]>;

/**
 * The measures of a club by month, as far as they are told: nothing of what is withheld for the whole period, no month
 * of too few, and no month that the whole and the others would tell.
 */
export function clubSeries({ withheld }: ClubMeasuresRow, months: readonly ClubMonthRow[]): Series {
  const hidden = Object.fromEntries(groups.map((group) => [group, hiddenMonths(group, months, withheld[group])]));
  const series = (measure: Measure) => {
    const group = groupOf[measure];
    return months.map((month) => (group && hidden[group]?.has(month) ? null : monthly[measure](month)));
  };
  return Object.fromEntries(measureNames.map((measure) => [measure, series(measure)])) as Series;
}

function hiddenMonths(group: Group, months: readonly ClubMonthRow[], isWithheld: boolean): Set<ClubMonthRow> {
  if (isWithheld) return new Set(months);
  const parts = months.map((month) => ({ month, contributors: BigInt(month.contributors[group]) }));
  return new Set([...withheldParts(parts)].map(({ month }) => month));
}

/** The same as in club-measures.sql.ts, of one month. */
const monthly: Record<Measure, (month: ClubMonthRow) => number | null> = {
  members: ({ members }) => members,
  growth: ({ members, membersBefore }) => ratioOf(members - membersBefore, membersBefore),
  referrals_per_member: ({ given, members }) => ratioOf(given, members),
  conversion: ({ customers, given }) => ratioOf(customers, given),
  visitors: ({ visitors }) => visitors,
  absence_rate: ({ absent, weeks }) => ratioOf(absent, weeks),
  return: ({ returnMinor }) => Number(returnMinor),
  indirect_share: ({ deals, indirectMinor, returnMinor }) =>
    deals >= enoughDeals ? shareOf(BigInt(indirectMinor), BigInt(returnMinor)) : null,
  one_to_ones_per_member: ({ oneToOnes, members }) => ratioOf(oneToOnes, members),
};
