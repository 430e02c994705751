import { money } from '../../platform/money.js';
import type { Period } from '../../platform/period.js';
import { monthsOf } from '../period.js';
import { ratioOf } from '../ratio.js';
import { smallestGroupForDirector } from '../reports.policy.js';
import { type DealSum, type DegreeReturn, IntervalMethod } from '../return/currency-return.types.js';
import { confidence, enoughDeals, shareOf } from '../return/indirect-share.js';
import { ratioInterval } from './ratio-interval.js';
import type { ContributedSum, RegionCountsRow, RegionFigure } from './region-counts.sql.js';
import type { RegionCounts, RegionReferrals } from './region-counts.types.js';
import type { RegionFacts } from './region-facts.loaders.js';
import {
  type RegionCurrencyReturn,
  RegionIndirectShare,
  type RegionMonthReturn,
  type RegionPeriod,
  type RegionShareInterval,
} from './region-report.types.js';
import type { RegionReturnRow } from './region-returns.sql.js';
import { mayBeTold, withheldParts } from './withheld.js';

type Degree = keyof RegionReturnRow['deals'];
type NetworkingDegree = keyof RegionReturnRow['degreeSellers'];

const networking: NetworkingDegree[] = ['1', '2', '3', '4'];
const direct: NetworkingDegree[] = ['1'];
const indirect: NetworkingDegree[] = ['2', '3', '4'];
const letters = ['present', 'absent', 'late', 'medical', 'substitute'] as const;

/** The sums of a region in a period of whole months, as far as its directors are told them. */
export function regionPeriod({ counts, returns, clubs, members }: RegionFacts, period: Period): RegionPeriod {
  const codes = [...new Set(returns.map(({ currency }) => currency))];
  const rowsOf = (code: string) => returns.filter(({ currency }) => currency === code);
  const isTold = (code: string) => mayBeTold(union(rowsOf(code), ({ sellers }) => [sellers]));
  return {
    ...period,
    clubs,
    members,
    membersJoined: counts?.joined ?? 0,
    membersLeft: counts?.left ?? 0,
    currencies: codes.filter(isTold).map((code) => currencyReturn(rowsOf(code), code, period)),
    suppressedCurrencies: codes.filter((code) => !isTold(code)),
    counts: countsOf(counts),
    referrals: referralsOf(counts),
  };
}

function currencyReturn(rows: RegionReturnRow[], currency: string, period: Period): RegionCurrencyReturn {
  // Direct and indirect return are told both or neither: one is the whole without the other.
  const told = isSplitTold(rows) ? rows : [];
  return {
    currency,
    return: dealSum(rows, networking, currency),
    byDegree: byDegree(told, currency),
    byMonth: byMonth(told, currency, period),
    indirectShare: indirectShare(rows, isSplitTold(rows)),
    ownAcquisition: mayBeTold(union(rows, ({ ownSellers }) => [ownSellers])) ? dealSum(rows, ['own'], currency) : null,
  };
}

/** @param rows none when direct and indirect return are not told apart */
function byDegree(rows: RegionReturnRow[], currency: string): DegreeReturn[] {
  const parts = indirect.map((degree) => ({ degree, contributors: sellersOf(rows, [degree]) }));
  const withheld = new Set([...withheldParts(parts)].map(({ degree }) => degree));
  return networking.map((degree) => {
    if (rows.length === 0 || withheld.has(degree)) {
      return { degree: Number(degree), deals: null, amount: null, share: null };
    }
    const share = shareOf(amountOf(rows, [degree]), amountOf(rows, networking));
    return { degree: Number(degree), ...dealSum(rows, [degree], currency), share };
  });
}

/** @param rows none when direct and indirect return are not told apart */
function byMonth(rows: RegionReturnRow[], currency: string, period: Period): RegionMonthReturn[] {
  const parts = rows.map((row) => ({ row, contributors: contributorsOfMonth(row) }));
  const withheld = withheldParts(parts);
  return monthsOf(period).map((month) => {
    const part = parts.find(({ row }) => row.month === month);
    if (rows.length === 0 || (part && withheld.has(part))) return { month, direct: null, indirect: null };
    const own = part ? [part.row] : [];
    return {
      month,
      direct: money(amountOf(own, direct), currency),
      indirect: money(amountOf(own, indirect), currency),
    };
  });
}

/** Who stands behind the sums of a month: behind the one of the fewest, if that may not be told. */
function contributorsOfMonth(row: RegionReturnRow): bigint {
  const few = [direct, indirect].map((degrees) => sellersOf([row], degrees)).find((sellers) => !mayBeTold(sellers));
  return few ?? BigInt(row.sellers);
}

function indirectShare(rows: RegionReturnRow[], isTold: boolean): RegionIndirectShare {
  const deals = dealsOf(rows, networking);
  const share = isTold ? shareOf(amountOf(rows, indirect), amountOf(rows, networking)) : null;
  const enoughData = deals >= enoughDeals;
  const interval = enoughData && isTold ? intervalOf(rows, deals) : null;
  return Object.assign(new RegionIndirectShare(), { share, deals, enoughData, interval });
}

function intervalOf(rows: RegionReturnRow[], deals: number): RegionShareInterval | null {
  const squaresOf = (side: 'direct' | 'indirect') => rows.reduce((sum, { squares }) => sum + Number(squares[side]), 0);
  const interval = ratioInterval({
    deals,
    direct: Number(amountOf(rows, direct)),
    indirect: Number(amountOf(rows, indirect)),
    directSquares: squaresOf('direct'),
    indirectSquares: squaresOf('indirect'),
  });
  return interval && { ...interval, confidence, method: IntervalMethod.LINEARISED_RATIO };
}

function countsOf(row: RegionCountsRow | null): RegionCounts {
  const told = (figure: RegionFigure) => toldSum(row?.figures[figure]);
  const weeks = letters.map(told);
  const countableWeeks = weeks.includes(null) ? null : weeks.reduce<number>((sum, letter) => sum + (letter ?? 0), 0);
  const absent = told('absent');
  const education = told('educationHundredths');
  return {
    present: told('present'),
    absent,
    late: told('late'),
    medical: told('medical'),
    substitute: told('substitute'),
    countableWeeks,
    absenceRate: absent === null || countableWeeks === null ? null : ratioOf(absent, countableWeeks),
    referralsGivenInside: told('referralsGivenInside'),
    referralsGivenOutside: told('referralsGivenOutside'),
    referralsReceived: told('referralsReceived'),
    visitors: told('visitors'),
    oneToOnes: told('oneToOnes'),
    educationUnits: education === null ? null : (education / 100).toString(),
    testimonials: told('testimonials'),
  };
}

/** All of them or none, for they are given by the same members. Inside and outside apart, which would tell them. */
function referralsOf(row: RegionCountsRow | null): RegionReferrals | null {
  const isTold = [row?.figures.referralsGivenInside, row?.figures.referralsGivenOutside].map(toldSum);
  if (isTold.includes(null)) return null;
  const sum = (figure: RegionFigure) => row?.figures[figure].sum ?? 0;
  const [given, customers] = [sum('given'), sum('customers')];
  return {
    given,
    contacted: sum('contacted'),
    contactedInTime: sum('contactedInTime'),
    customers,
    conversion: ratioOf(customers, given),
  };
}

function toldSum(figure: ContributedSum | undefined): number | null {
  if (!figure) return 0;
  const { sum, contributors } = figure;
  return contributors === 0 || contributors >= smallestGroupForDirector ? sum : null;
}

function dealSum(rows: RegionReturnRow[], degrees: Degree[], currency: string): DealSum {
  return { deals: dealsOf(rows, degrees), amount: money(amountOf(rows, degrees), currency) };
}

function dealsOf(rows: RegionReturnRow[], degrees: Degree[]): number {
  return rows.reduce((sum, { deals }) => sum + degrees.reduce((own, degree) => own + deals[degree], 0), 0);
}

function amountOf(rows: RegionReturnRow[], degrees: Degree[]): bigint {
  return rows.reduce(
    (sum, { amounts }) => sum + degrees.reduce((own, degree) => own + BigInt(amounts[degree]), 0n),
    0n,
  );
}

function isSplitTold(rows: RegionReturnRow[]): boolean {
  return [direct, indirect].every((degrees) => mayBeTold(sellersOf(rows, degrees)));
}

function sellersOf(rows: RegionReturnRow[], degrees: NetworkingDegree[]): bigint {
  return union(rows, ({ degreeSellers }) => degrees.map((degree) => degreeSellers[degree]));
}

function union(rows: RegionReturnRow[], setsOf: (row: RegionReturnRow) => string[]): bigint {
  return rows.flatMap(setsOf).reduce((set, own) => set | BigInt(own), 0n);
}
