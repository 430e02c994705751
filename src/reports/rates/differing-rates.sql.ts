import type { EntityManager } from 'typeorm';
import type { FileRate } from './read-rates-file.js';
import { rateColumns } from './store-rates.sql.js';

/** A rate that is stored otherwise than a file has it. */
export interface DifferingRate {
  currency: string;
  day: string;
  stored: string;
  given: string;
}

const text = `
  SELECT given.currency, given.day::text AS day, kept.rate::text AS stored, given.rate::text AS given
  FROM unnest($1::char(3)[], $2::date[], $3::numeric[]) AS given (currency, day, rate)
  JOIN exchange_rates kept ON kept.currency = given.currency AND kept.day = given.day
  WHERE kept.rate <> given.rate
  ORDER BY given.day, given.currency`;

/** Those of the rates that are stored otherwise: 1.1 and 1.10 are the same. */
export function differingRates(manager: EntityManager, rates: readonly FileRate[]): Promise<DifferingRate[]> {
  return manager.query<DifferingRate[]>(text, rateColumns(rates));
}
