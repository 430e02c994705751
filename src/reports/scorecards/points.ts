import type { Band, Metric, ProRata } from './profile.js';

/** Two values nearer than this are one: a quotient that should be 1.2 may fall short of it by its last bit. */
export const epsilon = 1e-9;

/** Whether a value reaches a band. */
export function reaches(value: number, band: Band): boolean {
  if ('min' in band) return value >= band.min - epsilon;
  if ('above' in band) return value > band.above + epsilon;
  return value <= band.max + epsilon;
}

/** The number a band begins at, or with `fewer` ends at. */
export function thresholdOf(band: Band): number {
  if ('min' in band) return band.min;
  return 'above' in band ? band.above : band.max;
}

/** What a value earns: the best band it reaches, or points in proportion. No value earns nothing. */
export function pointsFor(metric: Metric, value: number | null): { band: Band | null; points: number } {
  if (value === null) return { band: null, points: 0 };
  const { bands = [], proRata, max } = metric;
  if (proRata) {
    const points = 'fullAt' in proRata ? (max * value) / proRata.fullAt : proRata.from + proRata.perUnit * value;
    return { band: null, points: within(points, max) };
  }
  const [best = null] = bands.filter((band) => reaches(value, band)).sort((a, b) => b.points - a.points);
  return { band: best, points: best?.points ?? 0 };
}

/** Between 0 and the most; what misses either by less than the epsilon is that. */
function within(points: number, max: number): number {
  if (points > max - epsilon) return max;
  return points < epsilon ? 0 : points;
}

/** The value at which points in proportion come to so many. */
export function valueAt(proRata: ProRata, max: number, points: number): number {
  // Adding 0 makes 0 of the -0 that dividing by a negative number gives.
  return 'fullAt' in proRata ? (points / max) * proRata.fullAt : (points - proRata.from) / proRata.perUnit + 0;
}
