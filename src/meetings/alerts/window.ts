import { Temporal } from 'temporal-polyfill';
import type { ClubRules } from '../../clubs/club-rules.entity.js';

/** Civil days (YYYY-MM-DD), the first and the last, both within. */
export interface Window {
  from: string;
  to: string;
}

/**
 * The last so many months up to a day, that day within. The day of the same number so many months earlier is the
 * first outside, or the last of that month when it has no such day: one month up to 31 March begins on 1 March.
 */
export function monthsUpTo(day: string, months: number): Window {
  const from = Temporal.PlainDate.from(day).subtract({ months }).add({ days: 1 });
  return { from: from.toString(), to: day };
}

/** The days up to a day over which the rules count absences and substitutes. */
export function attendanceWindow(rules: Pick<ClubRules, 'absenceWindow' | 'absenceWindowMonths'>, day: string): Window {
  if (rules.absenceWindow === 'continuous') return monthsUpTo(day, rules.absenceWindowMonths);
  const { year, month } = Temporal.PlainDate.from(day);
  return { from: Temporal.PlainDate.from({ year, month: month <= 6 ? 1 : 7, day: 1 }).toString(), to: day };
}

export function isWithin({ from, to }: Window, day: string): boolean {
  return from <= day && day <= to;
}

/** How many months from a first to a last day, both within; a month that is begun counts. */
export function monthsBegun(first: string, last: string): number {
  const end = Temporal.PlainDate.from(last).add({ days: 1 });
  const { months, days } = Temporal.PlainDate.from(first).until(end, { largestUnit: 'month' });
  return days > 0 ? months + 1 : months;
}
