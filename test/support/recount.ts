import type { DataSource } from 'typeorm';
import { money } from '../../src/platform/money.js';
import type { AskedPeriod } from './return-report.js';

interface DealRow {
  id: string;
  club_id: string;
  seller_membership_id: string;
  origin_id: string | null;
  degree: number | null;
  repeat: boolean;
  day: string;
  minor: number;
  currency: string;
}

interface Everything {
  deals: DealRow[];
  adjustments: { deal_id: string; day: string; minor: number }[];
  parents: Map<string, string | null>;
  referred: Set<string>;
}

/** All rows a report could read, read whole. */
export async function readEverything(database: DataSource): Promise<Everything> {
  const introductions = await database.query<{ id: string; parent_id: string | null }[]>(
    'SELECT id, parent_id FROM introductions',
  );
  const referrals = await database.query<{ introduction_id: string }[]>('SELECT introduction_id FROM referrals');
  return {
    deals: await database.query(
      `SELECT id, club_id, seller_membership_id, origin_id, degree, repeat, closed_on::text AS day,
              amount_minor::float8 AS minor, currency FROM deals`,
    ),
    adjustments: await database.query(
      'SELECT deal_id, adjusted_on::text AS day, amount_minor::float8 AS minor FROM deal_adjustments',
    ),
    parents: new Map(introductions.map(({ id, parent_id }) => [id, parent_id])),
    referred: new Set(referrals.map(({ introduction_id }) => introduction_id)),
  };
}

/** Who sold each part of the networking return in a currency; a seat is a seller, since nobody has two here. */
export function recountSellers(everything: Everything, subjectId: string, { from, to }: AskedPeriod, currency: string) {
  const isWithin = ({ day }: { day: string }) => from <= day && day <= to;
  const networking = everything.deals
    .filter((deal) => [deal.club_id, deal.seller_membership_id].includes(subjectId) && deal.currency === currency)
    .filter(({ degree }) => degree !== null)
    .flatMap((deal) => {
      const rows = [deal, ...everything.adjustments.filter(({ deal_id }) => deal_id === deal.id)].filter(isWithin);
      return rows.map(({ day }) => ({ ...deal, month: day.slice(0, 7) }));
    });
  type Row = (typeof networking)[number];
  const sellers = (belongs: (row: Row) => boolean) => [
    ...new Set(networking.filter(belongs).map(({ seller_membership_id }) => seller_membership_id)),
  ];
  const isDirect = ({ degree }: Row) => degree === 1;
  return {
    all: sellers(() => true),
    direct: sellers(isDirect),
    indirect: sellers((row) => !isDirect(row)),
    degree: (degree: number) => sellers((row) => Math.min(Number(row.degree), 4) === degree),
    month: (month: string, direct: boolean) => sellers((row) => row.month === month && isDirect(row) === direct),
    fresh: sellers(({ repeat }) => !repeat),
    repeat: sellers(({ repeat }) => repeat),
    referred: sellers((row) => !isDirect(row) && isReferred(everything, row.origin_id)),
    notReferred: sellers((row) => !isDirect(row) && !isReferred(everything, row.origin_id)),
  };
}

/** What one deal has in a period: itself or not, and its money. */
interface Counted extends DealRow {
  counts: boolean;
  rows: { day: string; minor: number }[];
}

/** The figures of a report, counted again the slow way: deal by deal, in the order of the rules. */
export function recount(everything: Everything, subjectId: string, { from, to }: AskedPeriod, currency: string) {
  const isWithin = ({ day }: { day: string }) => from <= day && day <= to;
  const counted: Counted[] = everything.deals
    .filter((deal) => [deal.club_id, deal.seller_membership_id].includes(subjectId) && deal.currency === currency)
    .map((deal) => {
      const adjustments = everything.adjustments.filter(({ deal_id }) => deal_id === deal.id);
      return { ...deal, counts: isWithin(deal), rows: [deal, ...adjustments].filter(isWithin) };
    })
    .filter(({ rows }) => rows.length > 0);
  const networking = counted.filter(({ degree }) => degree !== null);
  const indirect = networking.filter(({ degree }) => Number(degree) >= 2);
  const total = minorOf(networking);
  const share = (part: number) => (total > 0 ? part / total : null);
  return {
    return: sum(networking, currency),
    ownAcquisition: sum(
      counted.filter(({ degree }) => degree === null),
      currency,
    ),
    newReturn: sum(
      networking.filter(({ repeat }) => !repeat),
      currency,
    ),
    repeatReturn: sum(
      networking.filter(({ repeat }) => repeat),
      currency,
    ),
    byDegree: [1, 2, 3, 4].map((degree) => {
      const deals = networking.filter((deal) => Math.min(Number(deal.degree), 4) === degree);
      return { degree, ...sum(deals, currency), share: share(minorOf(deals)) };
    }),
    monthsTotal: monthTotals(networking, currency),
    share: share(minorOf(indirect)),
    largestShare: share(Math.max(0, ...networking.map((deal) => minorOf([deal])))),
    returnFromReferrals: money(
      String(minorOf(indirect.filter(({ origin_id }) => isReferred(everything, origin_id)))),
      currency,
    ),
  };
}

function isReferred({ parents, referred }: Everything, introductionId: string | null): boolean {
  for (let id: string | null = introductionId; id !== null; id = parents.get(id) ?? null) {
    if (referred.has(id)) return true;
  }
  return false;
}

function minorOf(deals: Counted[]): number {
  return deals.flatMap(({ rows }) => rows).reduce((total, { minor }) => total + minor, 0);
}

function sum(deals: Counted[], currency: string) {
  return { deals: deals.filter(({ counts }) => counts).length, amount: money(String(minorOf(deals)), currency) };
}

/** By month with any money: the amounts of direct and indirect return. */
function monthTotals(networking: Counted[], currency: string): Record<string, [string, string]> {
  const totals: Record<string, [number, number]> = {};
  for (const { degree, rows } of networking) {
    for (const { day, minor } of rows) {
      const [direct, indirect] = totals[day.slice(0, 7)] ?? [0, 0];
      totals[day.slice(0, 7)] = degree === 1 ? [direct + minor, indirect] : [direct, indirect + minor];
    }
  }
  const shown = (minor: number) => money(String(minor), currency).amount;
  return Object.fromEntries(
    Object.entries(totals).map(([month, [direct, indirect]]) => [month, [shown(direct), shown(indirect)]]),
  );
}
