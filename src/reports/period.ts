import { Temporal } from 'temporal-polyfill';
import { DomainError } from '../platform/graphql/errors.js';
import { monthsUpTo, type Period } from '../platform/period.js';

/** How long a report's period may be at most. */
export const longestPeriodYears = 10;

/**
 * @param field the path of the input field that has its last day
 * @throws DomainError DATE_OUT_OF_RANGE when it ends before it begins, or is longer than ten years
 */
export function checkPeriod({ from, to }: Period, field = ['period', 'to']): Period {
  if (to < from) {
    throw new DomainError('DATE_OUT_OF_RANGE', 'A period does not end before it begins.', field);
  }
  const tooLate = Temporal.PlainDate.from(from).add({ years: longestPeriodYears });
  if (Temporal.PlainDate.compare(to, tooLate) >= 0) {
    throw new DomainError('DATE_OUT_OF_RANGE', `A period lasts ${longestPeriodYears} years at most.`, field);
  }
  return { from, to };
}

/** The last twelve months up to a day, that day within. */
export function lastTwelveMonths(today: string): Period {
  return monthsUpTo(today, 12);
}

/**
 * The period somebody asks for by its ends: up to today without a last day, and twelve months long without a first.
 * @throws DomainError DATE_OUT_OF_RANGE as `checkPeriod` does
 */
export function periodBetween(from: string | null, to: string | null, today: string): Period {
  const last = to ?? today;
  return checkPeriod({ from: from ?? lastTwelveMonths(last).from, to: last }, ['to']);
}

/** The period that ends the day before this one begins, with as many days. */
export function periodBefore({ from, to }: Period): Period {
  const first = Temporal.PlainDate.from(from);
  const { days } = first.until(to, { largestUnit: 'day' });
  const last = first.subtract({ days: 1 });
  return { from: last.subtract({ days }).toString(), to: last.toString() };
}

/** The calendar months (YYYY-MM) that a period touches, in order. */
export function monthsOf({ from, to }: Period): string[] {
  const first = Temporal.PlainYearMonth.from(from.slice(0, 7));
  const { months } = first.until(to.slice(0, 7), { largestUnit: 'month' });
  return Array.from({ length: months + 1 }, (_, index) => first.add({ months: index }).toString());
}
