import { shiftDay } from '../platform/clock.js';

/**
 * Whether nobody can have spoken on that day yet.
 * @param today in UTC: somewhere on earth it is a day later, and that day counts as today too
 */
export function isInTheFuture(day: string, today: string): boolean {
  return day > shiftDay(today, { days: 1 });
}
