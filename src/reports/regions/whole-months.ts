import { Temporal } from 'temporal-polyfill';
import type { Period } from '../../platform/period.js';
import { monthsOf } from '../period.js';

/** The whole calendar months that a period touches: sums are kept by month, so that no part of one can be told. */
export function wholeMonths({ from, to }: Period): Period {
  return { from: `${from.slice(0, 7)}-01`, to: lastDayOf(to.slice(0, 7)) };
}

/** The twelve calendar months up to the one of a day, that month within. */
export function lastTwelveWholeMonths(today: string): Period {
  const month = Temporal.PlainYearMonth.from(today.slice(0, 7));
  return wholeMonths({ from: `${month.subtract({ months: 11 }).toString()}-01`, to: today });
}

/** As many whole months, right before. */
export function monthsBefore(period: Period): Period {
  const first = Temporal.PlainYearMonth.from(period.from.slice(0, 7));
  const before = first.subtract({ months: monthsOf(period).length });
  return { from: `${before.toString()}-01`, to: lastDayOf(first.subtract({ months: 1 }).toString()) };
}

/** From YYYY-MM to its last day. */
export function lastDayOf(month: string): string {
  const { daysInMonth } = Temporal.PlainYearMonth.from(month);
  return `${month}-${daysInMonth}`;
}
