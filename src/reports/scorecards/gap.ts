import { grainsPerUnit, isShare, type Measurement, type Scale } from './measure.js';
import { epsilon, pointsFor, thresholdOf, valueAt } from './points.js';
import type { Metric } from './profile.js';
import type { MetricGap } from './score.types.js';

/** Where a metric stands. */
export interface Standing {
  metric: Metric;
  measured: Measurement;
  scale: Scale;
}

/** The better bands of a metric with what each needs, the nearest first; of points in proportion the full ones alone. */
export function gapsOf(standing: Standing): MetricGap[] {
  const { metric, measured } = standing;
  const { points } = pointsFor(metric, measured.value);
  const { bands = [], proRata, max } = metric;
  if (proRata) {
    const value = valueAt(proRata, max, max);
    return points < max ? [gapTo(standing, { band: null, points: max, value })] : [];
  }
  return bands
    .filter((band) => band.points > points)
    .sort((a, b) => a.points - b.points)
    .map((band) => gapTo(standing, { band, points: band.points, value: thresholdOf(band) }));
}

function gapTo(standing: Standing, target: Omit<MetricGap, 'needed'>): MetricGap {
  const grains = grainsFor(standing, target.points, target.value);
  return { ...target, needed: grains === null ? null : grains / grainsPerUnit(standing.metric.key, standing.scale) };
}

/**
 * The fewest grains (single acts, hundredths of education units, minor units of money) that must be added, or with
 * `fewer` taken away, to earn the points at a value. Of a share each is added to its part and so to its whole.
 * @returns null when no number does
 */
export function grainsFor(standing: Standing, points: number, value: number): number | null {
  const estimate = estimateGrains(standing, value);
  if (!Number.isFinite(estimate)) return null;
  // The estimate is exact but for the last bits of a division and for bands that begin above their number.
  const first = Math.max(0, Math.floor(estimate) - 1);
  for (let grains = first; grains <= first + 4; grains += 1) {
    if (pointsFor(standing.metric, valueWith(standing, grains)).points >= points - epsilon) return grains;
  }
  return null;
}

function estimateGrains({ metric, measured, scale }: Standing, value: number): number {
  const perUnit = grainsPerUnit(metric.key, scale);
  const { amount, divisor } = measured;
  if (isShare(metric.key)) {
    // One that was missed keeps a share from being whole for good.
    if (value >= 1) return value === 1 && amount >= divisor ? 0 : Number.POSITIVE_INFINITY;
    // (amount + x) / (divisor + x) = value; a whole of nothing, or below it, has to become something first.
    return Math.max((value * divisor - amount) / (1 - value), -divisor) * perUnit;
  }
  if (divisor <= 0) return Number.POSITIVE_INFINITY;
  return (metric.direction === 'fewer' ? amount - value * divisor : value * divisor - amount) * perUnit;
}

/** The value once so many grains are added, or with `fewer` taken away. */
export function valueWith({ metric, measured, scale }: Standing, grains: number): number | null {
  const units = grains / grainsPerUnit(metric.key, scale);
  const amount = measured.amount + (metric.direction === 'fewer' ? -units : units);
  const divisor = measured.divisor + (isShare(metric.key) ? units : 0);
  return divisor > 0 ? amount / divisor : null;
}
