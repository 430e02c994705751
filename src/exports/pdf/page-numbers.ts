import type { Money } from '../../platform/money.js';
import { type ReportNumbers, reportNumbers } from '../../reports/return/report-numbers.js';

/** How a page writes what it shows, in the locale of its reader. */
export interface PageNumbers extends ReportNumbers {
  money(money: Money): string;
  /** From 0.9 to "90 %". */
  percent(share: number): string;
  /** Beside an axis: 12 k. */
  roughly(amount: number, currency: string): string;
  /** From 2026-11-24 to "24 November 2026". */
  day(day: string): string;
  /** From 2026-11 to "Nov 26". */
  month(month: string): string;
}

export function pageNumbers(locale: string): PageNumbers {
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' });
  return {
    ...reportNumbers(locale),
    money: ({ amount, currency }) => {
      const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
      return format.format(amount as Intl.StringNumericLiteral);
    },
    percent: (share) => `${Math.round(share * 100)} %`,
    roughly: (amount, currency) => {
      const options = { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 } as const;
      return new Intl.NumberFormat(locale, options).format(amount);
    },
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)),
    month: (month) => months.format(new Date(`${month}-01T00:00:00Z`)),
  };
}
