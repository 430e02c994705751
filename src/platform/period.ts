import { shiftDay } from './clock.js';

/** Civil days (YYYY-MM-DD), the first and the last, both within. */
export interface Period {
  from: string;
  to: string;
}

/**
 * The last so many months up to a day, that day within. The day of the same number so many months earlier is the
 * first outside, or the last of that month when it has no such day: one month up to 31 March begins on 1 March.
 */
export function monthsUpTo(day: string, months: number): Period {
  return { from: shiftDay(shiftDay(day, { months: -months }), { days: 1 }), to: day };
}
