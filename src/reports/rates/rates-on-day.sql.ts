import { columnsOf, type LoaderDeclaration } from '../../platform/graphql/loaders.js';

/** What one euro was worth in a currency, on the asked-for day or the last one before it with a rate. */
export interface RateOnDay {
  currency: string;
  day: string;
  rate: string;
  source: string;
}

/** The key under which the loader knows the rate of a currency on a day. */
export function rateKey(currency: string, day: string): string {
  return [currency, day].join(' ');
}

const text = `
  SELECT asked.currency, asked.day::text AS "askedDay", last.day::text AS day, last.rate::text AS rate, last.source
  FROM unnest($1::char(3)[], $2::date[]) AS asked (currency, day)
  CROSS JOIN LATERAL (
    SELECT r.day, r.rate, r.source FROM exchange_rates r
    WHERE r.currency = asked.currency AND r.day <= asked.day
    ORDER BY r.day DESC LIMIT 1
  ) AS last`;

/** The rates; a currency without one on the day or before it has none. */
export const ratesOnDay: LoaderDeclaration<RateOnDay> = async (keys, dataSource) => {
  const rows = await dataSource.query<(RateOnDay & { askedDay: string })[]>(text, columnsOf(keys));
  return new Map(rows.map(({ askedDay, ...rate }) => [rateKey(rate.currency, askedDay), rate]));
};
