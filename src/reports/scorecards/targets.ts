import { grainsFor, type Standing } from './gap.js';
import { grainsPerUnit, isOfMoney, isShare } from './measure.js';
import { thresholdOf, valueAt } from './points.js';
import type { Metric } from './profile.js';

/** Points that are worth aiming at, and the value that earns them. */
export interface Target {
  points: number;
  value: number;
}

/** Points in proportion are aimed at in steps of a whole point, or of a twentieth of the most. */
const mostLevels = 20;
/** A metric of single acts in proportion is tried act by act up to so many, beyond in as many equal steps. */
const mostActs = 100;

export function targetsOf({ bands = [], proRata, max }: Metric): Target[] {
  if (!proRata) return bands.map((band) => ({ points: band.points, value: thresholdOf(band) }));
  const step = Math.max(1, max / mostLevels);
  const levels = Array.from({ length: Math.ceil(max / step) }, (_, index) => Math.min(max, (index + 1) * step));
  return levels.map((points) => ({ points, value: valueAt(proRata, max, points) }));
}

/**
 * The numbers of grains that are worth adding to a metric, in ascending order and without none at all. Acts are whole,
 * education units too: nobody takes a hundredth of a course.
 */
export function grainsWorthAdding(standing: Standing): number[] {
  const { metric, scale } = standing;
  const act = isOfMoney(metric.key) ? 1 : grainsPerUnit(metric.key, scale);
  const needed = targetsOf(metric)
    .flatMap(({ points, value }) => grainsFor(standing, points, value) ?? [])
    .map((grains) => Math.ceil(grains / act) * act);
  if (!metric.proRata || isShare(metric.key) || isOfMoney(metric.key)) return ascending(needed);
  const most = Math.max(0, ...needed);
  const step = Math.ceil(most / act / mostActs) * act;
  return ascending(Array.from({ length: Math.ceil(most / step) }, (_, index) => Math.min(most, (index + 1) * step)));
}

function ascending(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].filter((number) => number > 0).sort((a, b) => a - b);
}
