import { money } from '../../platform/money.js';
import type { Period } from '../../platform/period.js';
import { monthsOf } from '../period.js';
import { type CurrencyReturn, type DealSum, type DegreeReturn, IndirectShare } from './currency-return.types.js';
import { shareOf } from './indirect-share.js';
import type { DegreeRow } from './return-by-degree.sql.js';
import type { ReturnFacts } from './return-facts.loaders.js';
import type { PeriodReturn, ReferralsReceived } from './return-report.types.js';

const shownDegrees = [1, 2, 3, 4];

/**
 * The report of one period from its facts.
 * @param smallestGroup sums to which somebody contributed, yet fewer than so many, are left out
 */
export function periodReturn(facts: ReturnFacts, period: Period, smallestGroup: number): PeriodReturn {
  const codes = [...new Set(facts.degrees.map(({ currency }) => currency))].sort();
  const rowsOf = (code: string) => facts.degrees.filter(({ currency }) => currency === code);
  const isShown = (code: string) => mayBeShown(rowsOf(code).filter(isNetworking), smallestGroup);
  return {
    ...period,
    currencies: codes.filter(isShown).map((code) => currencyReturn(code, { facts, period, smallestGroup })),
    suppressedCurrencies: codes.filter((code) => !isShown(code)),
    referralsReceived: received(facts, smallestGroup),
  };
}

type Context = { facts: ReturnFacts; period: Period; smallestGroup: number };

function currencyReturn(currency: string, { facts, period, smallestGroup }: Context): CurrencyReturn {
  const rows = facts.degrees.filter((row) => row.currency === currency);
  const networking = rows.filter(isNetworking);
  const own = rows.filter((row) => !isNetworking(row));
  const months = facts.months.filter((row) => row.currency === currency);
  const fromReferrals = facts.fromReferrals.find((row) => row.currency === currency);
  return {
    currency,
    return: dealSum(networking, currency),
    byDegree: shownDegrees.map((degree) => degreeReturn(degree, networking, currency)),
    newReturn: dealSum(networking.map(newOnly), currency),
    repeatReturn: dealSum(networking.map(repeatOnly), currency),
    byMonth: monthsOf(period).map((month) => {
      const row = months.find((candidate) => candidate.month === month);
      return {
        month,
        direct: money(row?.directMinor ?? 0n, currency),
        indirect: money(row?.indirectMinor ?? 0n, currency),
      };
    }),
    indirectShare: indirectShare(networking),
    ownAcquisition: mayBeShown(own, smallestGroup) ? dealSum(own, currency) : null,
    businessWithFellowMembers: dealSum(networking.filter(isDirect), currency),
    returnFromReferrals: money(fromReferrals?.amountMinor ?? 0n, currency),
  };
}

function degreeReturn(degree: number, networking: DegreeRow[], currency: string): DegreeReturn {
  const rows = networking.filter((row) => row.degree === degree);
  return { degree, ...dealSum(rows, currency), share: shareOf(amountOf(rows), amountOf(networking)) };
}

function indirectShare(networking: DegreeRow[]): IndirectShare {
  const total = amountOf(networking);
  const indirect = networking.filter((row) => !isDirect(row));
  const units = networking.flatMap((row) =>
    row.amountsMinor.map((amountMinor) => ({ amountMinor, indirect: !isDirect(row) })),
  );
  const largest = units.reduce((most, { amountMinor }) => Math.max(most, amountMinor), 0);
  return new IndirectShare(
    {
      share: shareOf(amountOf(indirect), total),
      deals: networking.reduce((sum, { deals }) => sum + deals, 0),
      largestShare: shareOf(BigInt(largest), total),
    },
    units,
  );
}

function received({ referrals }: ReturnFacts, smallestGroup: number): ReferralsReceived | null {
  if (!referrals) return { count: 0, converted: 0 };
  const { count, converted, receivers } = referrals;
  return receivers < smallestGroup ? null : { count, converted };
}

/** Whether enough members, or none at all, contributed. */
function mayBeShown(rows: DegreeRow[], smallestGroup: number): boolean {
  const contributors = new Set(rows.flatMap(({ sellers }) => sellers)).size;
  return contributors === 0 || contributors >= smallestGroup;
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
