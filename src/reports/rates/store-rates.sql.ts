import type { EntityManager } from 'typeorm';
import type { FileRate } from './read-rates-file.js';

interface NewRates {
  rates: readonly FileRate[];
  source: string;
  importedAt: Date;
}

/** In one order, so that two imports at once wait for each other and not in a circle. */
const text = `
  WITH added AS (
    INSERT INTO exchange_rates (currency, day, rate, source, imported_at)
    SELECT currency, day, rate, $4, $5
    FROM unnest($1::char(3)[], $2::date[], $3::numeric[]) AS given (currency, day, rate)
    ORDER BY currency, day
    ON CONFLICT (currency, day) DO NOTHING
    RETURNING day
  )
  SELECT count(*)::int AS added FROM added`;

/** Stores the rates of currencies and days that have none yet; answers how many these were. */
export async function storeRates(manager: EntityManager, { rates, source, importedAt }: NewRates): Promise<number> {
  const [row] = await manager.query<{ added: number }[]>(text, [...rateColumns(rates), source, importedAt]);
  return row?.added ?? 0;
}

/** The currencies, days and rates, as `unnest` takes them. */
export function rateColumns(rates: readonly FileRate[]): string[][] {
  return [rates.map(({ currency }) => currency), rates.map(({ day }) => day), rates.map(({ rate }) => rate)];
}
