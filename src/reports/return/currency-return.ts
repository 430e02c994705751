import { type Money, money } from '../../platform/money.js';
import type { Period } from '../../platform/period.js';
import { monthsOf } from '../period.js';
import { smallestGroupForDirector } from '../reports.policy.js';
import {
  type CurrencyReturn,
  type DealSum,
  type DegreeReturn,
  IndirectShare,
  type MonthReturn,
} from './currency-return.types.js';
import { shareOf } from './indirect-share.js';
import type { DegreeRow } from './return-by-degree.sql.js';
import type { ReturnFacts } from './return-facts.loaders.js';
import { isSafe, mayBeSplit, type Part, shownParts } from './shown-parts.js';

const shownDegrees = [1, 2, 3, 4];
/** To this part of the whole the largest deal of a club is told: a twentieth. */
const largestStep = 0.05;

/** The facts of a report, and how many members must at least have contributed to whatever is shown of them. */
export interface ShownFacts {
  facts: ReturnFacts;
  period: Period;
  smallestGroup: number;
}

/** The rows of one currency, and how far their sum may be parted. */
interface Rows extends ShownFacts {
  currency: string;
  networking: DegreeRow[];
  /** Whether direct and indirect return may be told apart. */
  isSplit: boolean;
}

/**
 * The return in a currency in which it may be shown as a whole. It is parted in four ways, each judged by itself: into
 * direct and indirect return; the indirect by degree, and by whether it goes back to a referral; either of them by
 * month; and the whole by new and repeat. What divides direct from indirect return is told only if both may be.
 */
export function currencyReturn(currency: string, shown: ShownFacts): CurrencyReturn {
  const rows = rowsOf(currency, shown);
  const { networking, isSplit, smallestGroup } = rows;
  const own = shown.facts.degrees.filter((row) => row.currency === currency && !isNetworking(row));
  const isNewTold = mayBeSplit(
    [partOf(networking, ({ newSellers }) => newSellers), partOf(networking, ({ repeatSellers }) => repeatSellers)],
    smallestGroup,
  );
  return {
    currency,
    return: dealSum(networking, currency),
    byDegree: byDegree(rows),
    newReturn: isNewTold ? dealSum(networking.map(newOnly), currency) : null,
    repeatReturn: isNewTold ? dealSum(networking.map(repeatOnly), currency) : null,
    byMonth: byMonth(rows),
    indirectShare: indirectShare(rows),
    ownAcquisition: isSafe([partOf(own)], smallestGroup) ? dealSum(own, currency) : null,
    businessWithFellowMembers: isSplit ? dealSum(networking.filter(isDirect), currency) : null,
    returnFromReferrals: fromReferrals(rows),
  };
}

/** The indirect return in a currency, in minor units; null when it may not be shown. */
export function indirectReturn(currency: string, shown: ShownFacts): bigint | null {
  const { networking, isSplit } = rowsOf(currency, shown);
  return isSplit ? amountOf(networking.filter((row) => !isDirect(row))) : null;
}

/** Whether the networking return in a currency may be shown as a whole. */
export function isReturnShown(currency: string, { facts, smallestGroup }: ShownFacts): boolean {
  const networking = facts.degrees.filter((row) => row.currency === currency && isNetworking(row));
  return isSafe([partOf(networking)], smallestGroup);
}

function rowsOf(currency: string, shown: ShownFacts): Rows {
  const networking = shown.facts.degrees.filter((row) => row.currency === currency && isNetworking(row));
  const parts = [partOf(networking.filter(isDirect)), partOf(networking.filter((row) => !isDirect(row)))];
  return { ...shown, currency, networking, isSplit: mayBeSplit(parts, shown.smallestGroup) };
}

function byDegree({ networking, currency, isSplit, smallestGroup }: Rows): DegreeReturn[] {
  const total = amountOf(networking);
  const parts = shownDegrees.map((degree) => {
    const rows = networking.filter((row) => row.degree === degree);
    return { degree, rows, ...partOf(rows) };
  });
  const told = isSplit ? shownParts(parts.slice(1), smallestGroup) : new Set<(typeof parts)[number]>();
  return parts.map((part) => {
    const isTold = part.degree === 1 ? isSplit : told.has(part);
    if (!isTold) return { degree: part.degree, deals: null, amount: null, share: null };
    return { degree: part.degree, ...dealSum(part.rows, currency), share: shareOf(amountOf(part.rows), total) };
  });
}

/** Of each month what is direct and what is indirect: parts of all that is direct, and of all that is indirect. */
function byMonth({ facts, currency, period, isSplit, smallestGroup }: Rows): MonthReturn[] {
  const rows = new Map(facts.months.filter((row) => row.currency === currency).map((row) => [row.month, row]));
  const cells = monthsOf(period).map((month) => {
    const row = rows.get(month);
    return {
      month,
      direct: { amountMinor: row?.directMinor ?? '0', contributors: row?.directSellers ?? [] },
      indirect: { amountMinor: row?.indirectMinor ?? '0', contributors: row?.indirectSellers ?? [] },
    };
  });
  const told = new Set<Part>();
  for (const kind of isSplit ? (['direct', 'indirect'] as const) : []) {
    const parts = cells.map((cell) => cell[kind]);
    for (const part of shownParts(parts, smallestGroup)) told.add(part);
  }
  const shown = (part: (typeof cells)[number]['direct']): Money | null =>
    told.has(part) ? money(part.amountMinor, currency) : null;
  return cells.map(({ month, direct, indirect }) => ({ month, direct: shown(direct), indirect: shown(indirect) }));
}

function indirectShare({ networking, isSplit, smallestGroup }: Rows): IndirectShare {
  const total = amountOf(networking);
  const indirect = networking.filter((row) => !isDirect(row));
  const units = networking.flatMap((row) =>
    row.amountsMinor.map((amountMinor) => ({ amountMinor, indirect: !isDirect(row) })),
  );
  const largest = units.reduce((most, { amountMinor }) => Math.max(most, amountMinor), 0);
  return new IndirectShare(
    {
      share: isSplit ? shareOf(amountOf(indirect), total) : null,
      deals: networking.reduce((sum, { deals }) => sum + deals, 0),
      largestShare: largestShown(shareOf(BigInt(largest), total), smallestGroup),
    },
    units,
  );
}

/** To himself the share of his largest deal; to a member of the club about how large it was; to a director nothing. */
function largestShown(share: number | null, smallestGroup: number): number | null {
  if (share === null || smallestGroup >= smallestGroupForDirector) return null;
  if (smallestGroup === 1) return share;
  return Math.round(share / largestStep) / Math.round(1 / largestStep);
}

/** Null unless both what goes back to a referral and the rest of the indirect return may be told. */
function fromReferrals({ facts, currency, isSplit, smallestGroup }: Rows): Money | null {
  const row = facts.fromReferrals.find((candidate) => candidate.currency === currency);
  if (!row) return isSplit ? money(0n, currency) : null;
  const parts = [{ contributors: row.sellers }, { contributors: row.otherSellers }];
  return isSplit && mayBeSplit(parts, smallestGroup) ? money(row.amountMinor, currency) : null;
}

function partOf(rows: DegreeRow[], sellers: (row: DegreeRow) => string[] = (row) => row.sellers): Part {
  return { contributors: rows.flatMap(sellers) };
}

type Counted = Pick<DegreeRow, 'deals' | 'amountMinor'>;

function dealSum(rows: Counted[], currency: string): DealSum {
  return { deals: rows.reduce((sum, { deals }) => sum + deals, 0), amount: money(amountOf(rows), currency) };
}

function amountOf(rows: Counted[]): bigint {
  return rows.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);
}

function repeatOnly({ repeatDeals, repeatAmountMinor }: DegreeRow): Counted {
  return { deals: repeatDeals, amountMinor: repeatAmountMinor };
}

function newOnly(row: DegreeRow): Counted {
  const { deals, amountMinor } = repeatOnly(row);
  return { deals: row.deals - deals, amountMinor: String(BigInt(row.amountMinor) - BigInt(amountMinor)) };
}

function isNetworking({ degree }: DegreeRow): boolean {
  return degree !== null;
}

function isDirect({ degree }: DegreeRow): boolean {
  return degree === 1;
}
