import type { Temporal } from 'temporal-polyfill';
import { lineage } from './chain.js';
import { dealDegree, dealMoney } from './deal-acts.js';
import { clubsOf } from './humans.js';
import type { ActOf, DealRow, Journal } from './journal.js';
import { stageOf } from './referral-acts.js';

/** A club, or with `person` the seat of that member in the club. */
export interface ReportSubject {
  club: string;
  person?: string;
}

export interface Sum {
  /** Deals whose own day is in the period. */
  deals: number;
  /** Money whose day is in the period, adjustments of earlier deals included, in minor units. */
  amountMinor: bigint;
}

/** An exact share: never divided, so that nothing is lost. */
export interface Ratio {
  numerator: bigint;
  denominator: bigint;
}

export type DegreeBand = '1' | '2' | '3' | '4+';

export interface CurrencyReturn {
  byDegree: Record<DegreeBand, Sum>;
  ownAcquisition: Sum;
  /** Networking deals with new buyers, and those with buyers who bought before. */
  fresh: Sum;
  repeat: Sum;
  /** Networking return by YYYY-MM; a month without any row is absent. */
  byMonth: Map<string, { directMinor: bigint; indirectMinor: bigint }>;
  indirectShare: Ratio | null;
  n: number;
  largestShare: Ratio | null;
  twoQuestions: { businessWithMembers: Sum; throughReferralsMinor: bigint };
}

export interface ReturnReport {
  referralsReceived: { count: number; converted: number };
  /** By ISO 4217 code; a currency without any row in the period is absent. */
  currencies: Map<string, CurrencyReturn>;
}

export interface ReportQuestion {
  subject: ReportSubject;
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
}

/** A deal with those of its money rows that fall in the period. */
interface DealInPeriod {
  deal: DealRow;
  degree: number | null;
  counts: boolean;
  rows: { on: number; minor: bigint }[];
}

export function reportReturn(journal: Journal, anchor: Temporal.PlainDate, question: ReportQuestion): ReturnReport {
  const first = anchor.until(question.from).days;
  const last = anchor.until(question.to).days;
  const isInPeriod = (day: number) => first <= day && day <= last;
  const { club, person } = question.subject;
  const deals = [...journal.deals.values()]
    .filter(({ act }) => act.club === club && (person === undefined || act.seller === person))
    .map((deal) => ({
      deal,
      degree: dealDegree(journal, deal),
      counts: isInPeriod(deal.act.on),
      rows: dealMoney(journal, deal).filter((row) => isInPeriod(row.on)),
    }))
    .filter(({ rows }) => rows.length > 0);
  const currencies = [...new Set(deals.map(({ deal }) => deal.act.currency))].sort();
  const inCurrency = (code: string) => deals.filter(({ deal }) => deal.act.currency === code);
  return {
    referralsReceived: referralsReceived(journal, question.subject, isInPeriod),
    currencies: new Map(currencies.map((code) => [code, currencyReturn(journal, anchor, inCurrency(code))])),
  };
}

function currencyReturn(journal: Journal, anchor: Temporal.PlainDate, deals: DealInPeriod[]): CurrencyReturn {
  const networking = deals.filter(({ degree }) => degree !== null);
  const ofDegree = (lowest: number, highest: number) =>
    sumOf(networking.filter(({ degree }) => degree !== null && lowest <= degree && degree <= highest));
  const indirect = networking.filter(isIndirect);
  const throughReferrals = indirect.filter(({ deal }) => passesThroughReferral(journal, deal));
  const total = sumOf(networking);
  const largest = networking.map((deal) => sumOf([deal]).amountMinor).reduce(larger, 0n);
  return {
    byDegree: { '1': ofDegree(1, 1), '2': ofDegree(2, 2), '3': ofDegree(3, 3), '4+': ofDegree(4, Infinity) },
    ownAcquisition: sumOf(deals.filter(({ degree }) => degree === null)),
    fresh: sumOf(networking.filter(({ deal }) => !deal.repeat)),
    repeat: sumOf(networking.filter(({ deal }) => deal.repeat)),
    byMonth: byMonth(anchor, networking),
    indirectShare: ratio(sumOf(indirect).amountMinor, total.amountMinor),
    n: total.deals,
    largestShare: ratio(largest, total.amountMinor),
    twoQuestions: {
      businessWithMembers: ofDegree(1, 1),
      throughReferralsMinor: sumOf(throughReferrals).amountMinor,
    },
  };
}

function isIndirect({ degree }: DealInPeriod): boolean {
  return degree !== null && degree >= 2;
}

function sumOf(deals: DealInPeriod[]): Sum {
  return {
    deals: deals.filter(({ counts }) => counts).length,
    amountMinor: deals.flatMap(({ rows }) => rows).reduce((total, row) => total + row.minor, 0n),
  };
}

function larger(one: bigint, other: bigint): bigint {
  return one > other ? one : other;
}

/** Null when there is nothing to have a share of. */
function ratio(numerator: bigint, denominator: bigint): Ratio | null {
  return denominator > 0n ? { numerator, denominator } : null;
}

function byMonth(anchor: Temporal.PlainDate, networking: DealInPeriod[]): CurrencyReturn['byMonth'] {
  const rows = networking.flatMap((deal) =>
    deal.rows.map(({ on, minor }) => ({
      month: anchor.add({ days: on }).toPlainYearMonth().toString(),
      directMinor: isIndirect(deal) ? 0n : minor,
      indirectMinor: isIndirect(deal) ? minor : 0n,
    })),
  );
  const months = [...new Set(rows.map(({ month }) => month))].sort();
  return new Map(
    months.map((month) => {
      const inMonth = rows.filter((row) => row.month === month);
      const directMinor = inMonth.reduce((total, row) => total + row.directMinor, 0n);
      const indirectMinor = inMonth.reduce((total, row) => total + row.indirectMinor, 0n);
      return [month, { directMinor, indirectMinor }];
    }),
  );
}

function passesThroughReferral(journal: Journal, deal: DealRow): boolean {
  return deal.origin !== null && lineage(journal, deal.origin).some((row) => row.referral !== null);
}

/** Given on a day of the period and received under the subject; converted means a customer by now. */
function referralsReceived(
  journal: Journal,
  { club, person }: ReportSubject,
  isInPeriod: (day: number) => boolean,
): ReturnReport['referralsReceived'] {
  const received = journal
    .of('giveReferral')
    .filter(({ act, order }) => receivingClub(journal, act, order) === club)
    .map(({ act }) => act)
    .filter((act) => person === undefined || act.receiver === person)
    .filter((act) => isInPeriod(act.at.day));
  const converted = received.filter((act) => stageOf(journal, act.key) === 'CUSTOMER');
  return { count: received.length, converted: converted.length };
}

/** The receiver takes it in the giver's club when he sits there too, else where he sits: as it was when it was given. */
function receivingClub(
  journal: Journal,
  { club, receiver, at }: ActOf<'giveReferral'>,
  order: number,
): string | undefined {
  const clubs = clubsOf(journal, receiver, at.day, order);
  return clubs.includes(club) ? club : clubs[0];
}
