import { Field, ObjectType } from '@nestjs/graphql';
import { DomainError } from './graphql/errors.js';
import { CurrencyCodeScalar, DecimalScalar } from './graphql/scalars.js';

@ObjectType({ description: 'An amount of money in one currency. Amounts of different currencies are never summed.' })
export class Money {
  @Field(() => DecimalScalar, {
    description: "The amount as a decimal in a string, with the currency's own number of decimal places.",
  })
  amount: string;

  @Field(() => CurrencyCodeScalar, { description: 'The ISO 4217 code of the currency.' })
  currency: string;
}

/** Known by code: to ask Intl makes a formatter, which for the many amounts of a report costs more than its queries. */
const decimalsByCurrency = new Map<string, number>();

/** How many decimal places a currency has (ISO 4217, by way of Intl): 2 for EUR, 0 for JPY. */
export function currencyDecimals(currency: string): number {
  const known = decimalsByCurrency.get(currency);
  if (known !== undefined) return known;
  const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  const decimals = options.maximumFractionDigits ?? 2;
  decimalsByCurrency.set(currency, decimals);
  return decimals;
}

/** Money from minor units (cents), as the API shows it. */
export function money(amountMinor: bigint | string, currency: string): Money {
  return { amount: toDecimal(BigInt(amountMinor), currencyDecimals(currency)), currency };
}

/**
 * Minor units of a decimal string such as "1250.5".
 * @throws DomainError AMOUNT_TOO_PRECISE when it has more decimal places than the currency, AMOUNT_TOO_LARGE
 * when it does not fit 15 digits.
 */
export function toMinor(decimal: string, currency: string, field: string): bigint {
  const decimals = currencyDecimals(currency);
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  if (fraction.replace(/0+$/, '').length > decimals) {
    throw new DomainError('AMOUNT_TOO_PRECISE', `${currency} has ${decimals} decimal places.`, [field]);
  }
  if (whole.replace(/^0+/, '').length + decimals > 15) {
    throw new DomainError('AMOUNT_TOO_LARGE', 'The amount has too many digits.', [field]);
  }
  return BigInt(`${sign}${whole}${fraction.slice(0, decimals).padEnd(decimals, '0')}`);
}

function toDecimal(amountMinor: bigint, decimals: number): string {
  const sign = amountMinor < 0n ? '-' : '';
  const digits = (amountMinor < 0n ? -amountMinor : amountMinor).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-decimals)}`;
}
