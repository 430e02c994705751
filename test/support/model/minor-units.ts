import { ModelRefusal } from './model-refusal.js';

const knownDecimals = new Map<string, number>();

/** How many decimals amounts in this ISO 4217 currency have. */
export function currencyDecimals(currency: string): number {
  const known = knownDecimals.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  const decimals = format.maximumFractionDigits ?? 2;
  knownDecimals.set(currency, decimals);
  return decimals;
}

/** A decimal such as "-12.5" as a whole number of ten-to-the-minus-`decimals`; null when it does not fit. */
export function scaled(decimal: string, decimals: number): bigint | null {
  const parts = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(decimal.trim());
  if (parts === null) return null;
  const [, sign = '', whole = '0', fraction = ''] = parts;
  // Zeros at the end say nothing: "12.50" is also an amount of a currency with one decimal.
  const significant = fraction.replace(/0+$/, '');
  if (significant.length > decimals) return null;
  const units = BigInt(whole + significant.padEnd(decimals, '0'));
  return sign === '-' ? -units : units;
}

/** A decimal amount in minor units of its currency; refused when the currency has no such units. */
export function minorUnits(decimal: string, currency: string): bigint {
  const units = scaled(decimal, currencyDecimals(currency));
  if (units === null) throw new ModelRefusal('AMOUNT_NOT_IN_CURRENCY', `${decimal} is no amount of ${currency}`);
  return units;
}

/** Minor units as a decimal with the currency's own number of places. */
export function decimalAmount(minor: bigint, currency: string): string {
  const decimals = currencyDecimals(currency);
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, '0');
  const sign = minor < 0n ? '-' : '';
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
