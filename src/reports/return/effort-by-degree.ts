import type { Period } from '../../platform/period.js';
import { monthsOf } from '../period.js';
import { ratioOf } from '../ratio.js';
import type { EffortByDegree } from './effort-by-degree.types.js';
import type { PresentationsRow } from './presentations.sql.js';
import { mayBeSplit, type Part, shownParts } from './shown-parts.js';

type Focus = PresentationsRow['focus'];

/**
 * What the presentations of a period were about. The three kinds are told when each is of nobody or of enough members;
 * then each kind by month, as parts of it.
 */
export function effortByDegree(
  rows: readonly PresentationsRow[],
  period: Period,
  fewestMembers: number,
): EffortByDegree {
  const of = (focus: Focus) => rows.filter((row) => row.focus === focus);
  const [asking, selling, unmarked] = [of('asks_for_referral'), of('sells_to_room'), of(null)];
  const areTold = mayBeSplit([asking, selling, unmarked].map(partOf), fewestMembers);
  const count = (part: readonly PresentationsRow[]) => (areTold ? countOf(part) : null);
  const [asked, sold] = [count(asking), count(selling)];
  const marked = (asked ?? 0) + (sold ?? 0);
  const byMonth = (part: readonly PresentationsRow[]) => monthly(areTold ? part : null, period, fewestMembers);
  const [askedByMonth, soldByMonth] = [byMonth(asking), byMonth(selling)];
  return {
    asked,
    sold,
    unmarked: count(unmarked),
    askedShare: asked === null ? null : ratioOf(asked, marked),
    byMonth: monthsOf(period).map((month) => ({
      month,
      asked: askedByMonth.get(month) ?? null,
      sold: soldByMonth.get(month) ?? null,
    })),
  };
}

/** By month, without those that are withheld. @param rows of one kind; null when it may not be told at all */
function monthly(rows: readonly PresentationsRow[] | null, period: Period, fewestMembers: number): Map<string, number> {
  if (rows === null) return new Map();
  const parts = monthsOf(period).map((month) => {
    const inMonth = rows.filter((row) => row.month === month);
    return { month, count: countOf(inMonth), ...partOf(inMonth) };
  });
  return new Map([...shownParts(parts, fewestMembers)].map(({ month, count }) => [month, count]));
}

function countOf(rows: readonly PresentationsRow[]): number {
  return rows.reduce((sum, { presentations }) => sum + presentations, 0);
}

function partOf(rows: readonly PresentationsRow[]): Part {
  return { contributors: rows.flatMap(({ presenters }) => presenters) };
}
