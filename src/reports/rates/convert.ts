import type { Money } from '../../platform/money.js';
import { currencyDecimals, money } from '../../platform/money.js';

/** A number as it is, without rounding. */
interface Fraction {
  over: bigint;
  under: bigint;
}

const one: Fraction = { over: 1n, under: 1n };

/**
 * The sum of amounts of several currencies in one of them. It is computed exactly, and rounded once, at the end, to the
 * currency's own decimal places: half of the last place goes away from zero.
 * @param rates by currency what one euro is worth in it, as a decimal; the euro itself needs none
 * @throws Error when a rate is missing: see `currenciesToConvert`
 */
export function convertedSum(amounts: readonly Money[], currency: string, rates: ReadonlyMap<string, string>): Money {
  const rateOf = (code: string): Fraction => {
    if (code === 'EUR') return one;
    const rate = rates.get(code);
    if (rate === undefined) throw new Error(`There is no rate of ${code}.`);
    return fractionOf(rate);
  };
  const into = (from: string): Fraction => {
    if (from === currency) return one;
    const [target, source] = [rateOf(currency), rateOf(from)];
    return { over: target.over * source.under, under: target.under * source.over };
  };
  const sum = amounts.reduce<Fraction>(
    (total, amount) => plus(total, times(fractionOf(amount.amount), into(amount.currency))),
    {
      over: 0n,
      under: 1n,
    },
  );
  return money(rounded(times(sum, { over: 10n ** BigInt(currencyDecimals(currency)), under: 1n })), currency);
}

/** The currencies whose rate it takes to sum amounts of some currencies in another: none when all are in that one. */
export function currenciesToConvert(from: readonly string[], into: string): string[] {
  const others = from.filter((currency) => currency !== into);
  return others.length === 0 ? [] : [...new Set([...others, into])].filter((currency) => currency !== 'EUR').sort();
}

/** From "-12.5" to -125/10. */
function fractionOf(decimal: string): Fraction {
  const [whole = '', places = ''] = decimal.split('.');
  return { over: BigInt(whole + places), under: 10n ** BigInt(places.length) };
}

function times(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.over, under: a.under * b.under };
}

function plus(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
}

function rounded({ over, under }: Fraction): bigint {
  const size = over < 0n ? -over : over;
  const nearest = (2n * size + under) / (2n * under);
  return over < 0n ? -nearest : nearest;
}
