import type { Metric, MetricKey } from './profile.js';
import type { MoneySight } from './scored-seat.js';

export const moneyMetrics: readonly MetricKey[] = ['thanked', 'indirectShare'];

/** Whether points are in proportion to money, so that they tell it to the cent. */
export function tellsMoney({ key, proRata }: Pick<Metric, 'key' | 'proRata'>): boolean {
  return moneyMetrics.includes(key) && proRata !== undefined;
}

/** Whether the amount behind a metric is withheld from the viewer. */
export function hidesAmount(key: MetricKey, sight: MoneySight): boolean {
  if (key === 'thanked') return sight.thanked === 'nothing';
  return key === 'indirectShare' && !sight.ownReturn;
}

/** Whether the points of a metric would tell what is withheld. */
export function hidesPoints(metric: Metric, sight: MoneySight): boolean {
  return tellsMoney(metric) && hidesAmount(metric.key, sight);
}

/** Whether a metric may be told month by month: the difference of two sums can be a single deal. */
export function hidesCourse(key: MetricKey, sight: MoneySight): boolean {
  return key === 'thanked' ? sight.thanked !== 'all' : hidesAmount(key, sight);
}
