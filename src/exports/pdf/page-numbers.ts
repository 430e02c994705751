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
  const numbers = reportNumbers(locale);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' });
  return {
    count: (count) => printable(numbers.count(count)),
    amount: (decimal) => printable(numbers.amount(decimal)),
    decimal: (number) => printable(numbers.decimal(number)),
    share: (share) => printable(numbers.share(share)),
    percent: (share) => `${Math.round(share * 100)} %`,
    money: ({ amount, currency }) => {
      const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
      return printable(format.format(amount as Intl.StringNumericLiteral));
    },
    roughly: (amount, currency) => {
      const places = { minimumFractionDigits: 0, maximumFractionDigits: 1 };
      const options = { style: 'currency', currency, notation: 'compact', ...places } as const;
      return printable(new Intl.NumberFormat(locale, options).format(amount));
    },
    day: (day) => printable(days.format(new Date(`${day}T00:00:00Z`))),
    month: (month) => printable(months.format(new Date(`${month}-01T00:00:00Z`))),
  };
}

/** The narrow space with which French parts thousands is not in the font; a plain one that does not break is. */
function printable(text: string): string {
  return text.replaceAll('\u202f', '\u00a0');
}
