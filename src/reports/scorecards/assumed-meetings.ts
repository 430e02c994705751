import { Temporal } from 'temporal-polyfill';
import { shiftDay } from '../../platform/clock.js';
import type { ScorecardEvent, ScorecardFigure } from './profile.js';

const letters: readonly ScorecardFigure[] = ['present', 'absent', 'late', 'medical', 'substitute'];
const daysPerWeek = 7;

/**
 * The days from today up to a last one on which he would have a meeting if they went on as they did: every so many
 * days from his last one, which is the median of the days between his meetings so far, or a week if he had but one.
 * That of today is among them while he has no letter for it. Who had no meeting has no usual, so none are assumed.
 */
export function assumedMeetings(events: readonly ScorecardEvent[], today: string, until: string): string[] {
  const held = new Set(
    events.filter(({ day, figure, amount }) => letters.includes(figure) && amount > 0 && day <= today).map(dayOf),
  );
  const days = [...held].sort();
  const last = days.at(-1);
  if (last === undefined) return [];
  const every = medianGap(days);
  const assumed: string[] = [];
  for (let day = shiftDay(last, { days: every }); day <= until; day = shiftDay(day, { days: every })) {
    if (day >= today) assumed.push(day);
  }
  return assumed;
}

function dayOf({ day }: ScorecardEvent): string {
  return day;
}

/** The lower median of the days between one day and the next. */
function medianGap(days: readonly string[]): number {
  const gaps = days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));
  gaps.sort((a, b) => a - b);
  return gaps[Math.floor((gaps.length - 1) / 2)] ?? daysPerWeek;
}

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}
