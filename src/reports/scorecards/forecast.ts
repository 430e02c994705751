import { shiftDay } from '../../platform/clock.js';
import { assumedMeetings } from './assumed-meetings.js';
import { figuresOf } from './measure.js';
import type { MetricKey, ScorecardEvent, ScorecardProfile } from './profile.js';
import { score } from './score.js';
import type { ForecastMetric, ForecastMonth, ScorecardForecast, ScorecardResult } from './score.types.js';

export interface ForecastQuestion {
  profile: ScorecardProfile;
  /** Those up to today from the first day of today's window on are enough. */
  events: readonly ScorecardEvent[];
  /** The civil day in the club. */
  today: string;
  /** How many months from the running one on; six without it. */
  months?: number;
}

/**
 * Which points expire when: what he scores month by month if he does nothing more than be present at the meetings to
 * come, which are taken to go on at the interval they had (`assumedMeetings`). With a rolling window a month is shown
 * as it stands on its last day; with a completed one on the day after, the first on which the month counts.
 */
export function forecast({ profile, events, today, months = 6 }: ForecastQuestion): ScorecardForecast {
  const known = events.filter(({ day }) => day <= today);
  const lastDays = monthEnds(today, months);
  const meetings = assumedMeetings(known, today, lastDays.at(-1) ?? today);
  const presences = meetings.map((day): ScorecardEvent => ({ day, figure: 'present', amount: 1 }));
  const expected = [...known, ...presences];
  let before = score(profile, known, today);
  const shown = lastDays.map((last): ForecastMonth => {
    const day = profile.window.kind === 'rolling' ? last : shiftDay(last, { days: 1 });
    const result = score(profile, expected, day);
    const metrics = forecastMetrics(known, before, result);
    const { window, weeks, total, most, colour } = result;
    const assumed = meetings.filter((meeting) => window.from <= meeting && meeting <= window.to).length;
    before = result;
    return {
      month: last.slice(0, 7),
      day,
      window,
      assumedMeetings: assumed,
      weeks,
      total,
      most,
      colour,
      metrics,
      result,
    };
  });
  return { months: shown };
}

/** The last days of so many months, the running one first. */
function monthEnds(today: string, months: number): string[] {
  const first = `${today.slice(0, 7)}-01`;
  return Array.from({ length: months }, (_, index) => shiftDay(shiftDay(first, { months: index + 1 }), { days: -1 }));
}

function forecastMetrics(
  events: readonly ScorecardEvent[],
  before: ScorecardResult,
  after: ScorecardResult,
): ForecastMetric[] {
  const gone = events.filter(({ day }) => before.window.from <= day && day < after.window.from);
  return after.metrics.map(({ key, value, points, max }, index) => ({
    key,
    value,
    points,
    max,
    pointsChange: points - (before.metrics[index]?.points ?? 0),
    leaving: leavingOf(gone, key),
  }));
}

/** The events a metric was made of, one for each day and figure, in order of time. */
function leavingOf(gone: readonly ScorecardEvent[], key: MetricKey): ScorecardEvent[] {
  const figures = figuresOf(key);
  const merged = new Map<string, ScorecardEvent>();
  for (const { day, figure, amount } of gone) {
    if (!figures.includes(figure)) continue;
    const place = `${day} ${figures.indexOf(figure)}`;
    merged.set(place, { day, figure, amount: (merged.get(place)?.amount ?? 0) + amount });
  }
  return [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, event]) => event);
}
