import { shiftDay } from '../../platform/clock.js';
import { monthsUpTo, type Period } from '../../platform/period.js';
import type { ScorecardProfile } from './profile.js';

/** The civil days a scorecard counts on a day: the whole months before the running one, or those up to the day. */
export function scoreWindow({ window }: Pick<ScorecardProfile, 'window'>, today: string): Period {
  if (window.kind === 'rolling') return monthsUpTo(today, window.months);
  const firstOfMonth = `${today.slice(0, 7)}-01`;
  return { from: shiftDay(firstOfMonth, { months: -window.months }), to: shiftDay(firstOfMonth, { days: -1 }) };
}
