import { Temporal } from 'temporal-polyfill';
import type { ClubRules } from '../../clubs/club-rules.entity.js';
import { monthsUpTo, type Period } from '../../platform/period.js';

/** The days up to a day over which the rules count absences and substitutes. */
export function attendanceWindow(rules: Pick<ClubRules, 'absenceWindow' | 'absenceWindowMonths'>, day: string): Period {
  if (rules.absenceWindow === 'continuous') return monthsUpTo(day, rules.absenceWindowMonths);
  const { year, month } = Temporal.PlainDate.from(day);
  return { from: Temporal.PlainDate.from({ year, month: month <= 6 ? 1 : 7, day: 1 }).toString(), to: day };
}

export function isWithin({ from, to }: Period, day: string): boolean {
  return from <= day && day <= to;
}

/** How many months from a first to a last day, both within; a month that is begun counts. */
export function monthsBegun(first: string, last: string): number {
  const end = Temporal.PlainDate.from(last).add({ days: 1 });
  const { months, days } = Temporal.PlainDate.from(first).until(end, { largestUnit: 'month' });
  return days > 0 ? months + 1 : months;
}
