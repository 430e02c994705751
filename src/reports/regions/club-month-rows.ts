import type { DataSource, EntityManager } from 'typeorm';
import { currencyDecimals } from '../../platform/money.js';
import type { Period } from '../../platform/period.js';
import { monthsOf } from '../period.js';
import { withSeries } from './club-comparisons.service.js';
import { type ClubMeasuresRow, clubMeasures, type Measure, measureNames } from './club-measures.sql.js';
import { regionCurrencies } from './region-currencies.sql.js';

/** One measure of a club in one month, as its director is told it. */
export interface ClubMonthMeasure {
  clubId: string;
  clubName: string;
  /** YYYY-MM */
  month: string;
  measure: Measure;
  /** Null when withheld, or when there is nothing to divide by. Money is in units of the currency. */
  value: number | null;
  /** Of `return` and `indirect_share`; null for the rest. */
  currency: string | null;
}

const clubsAtOnce = 250;
const ofMoney: Measure[] = ['return', 'indirect_share'];

export interface AskedRegion {
  regionId: string;
  /** Of whole months. */
  period: Period;
  /** Until when members are known. */
  today: string;
}

/**
 * Everything that `Region.clubComparison` tells of a region's clubs by month, in long form: club by club in the order
 * of their keys, on one snapshot, with what is withheld withheld. First all measures, those of money in the currency
 * that most clubs keep; then those of money once more for each other currency. Holds one batch in memory at a time.
 * Whoever calls has asked whether the viewer may see it.
 */
export async function* clubMonthRows(dataSource: DataSource, asked: AskedRegion): AsyncGenerator<ClubMonthMeasure[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction('REPEATABLE READ');
    const [first, ...others] = await regionCurrencies(runner.manager, asked.regionId, asked.period);
    yield* inCurrency(runner.manager, asked, { currency: first ?? null, measures: measureNames });
    for (const currency of others) yield* inCurrency(runner.manager, asked, { currency, measures: ofMoney });
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.release();
  }
}

async function* inCurrency(
  manager: EntityManager,
  { period, ...asked }: AskedRegion,
  { currency, measures }: { currency: string | null; measures: Measure[] },
): AsyncGenerator<ClubMonthMeasure[]> {
  const order = { currency, by: null, ascending: true, limit: clubsAtOnce };
  let after: [number, string] | null = null;
  do {
    const rows: ClubMeasuresRow[] = await clubMeasures(manager, { ...asked, ...period, ...order, after });
    const measured = await withSeries(manager, rows, { ...period, today: asked.today });
    if (rows.length > 0) yield measured.flatMap(({ row, series }) => longForm(row, series, { period, measures }));
    const last = rows.length === clubsAtOnce ? rows.at(-1) : undefined;
    after = last ? [0, last.clubId] : null;
  } while (after !== null);
}

function longForm(
  { clubId, clubName, currency }: ClubMeasuresRow,
  series: Record<Measure, (number | null)[]>,
  { period, measures }: { period: Period; measures: Measure[] },
): ClubMonthMeasure[] {
  const units = 10 ** currencyDecimals(currency);
  return monthsOf(period).flatMap((month, index) =>
    measures.map((measure) => {
      const value = series[measure][index] ?? null;
      return {
        ...{ clubId, clubName, month, measure },
        value: measure === 'return' && value !== null ? value / units : value,
        currency: ofMoney.includes(measure) ? currency : null,
      };
    }),
  );
}
