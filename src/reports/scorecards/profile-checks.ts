import { isOfFewer, isOfMoney, isShare } from './measure.js';
import type { MetricKey } from './profile.js';

/** What no single field can tell: how the fields of a profile must fit each other. */
export type Find<Value> = (value: Value) => Iterable<Finding>;

interface Finding {
  path: (string | number)[];
  reason: string;
}

type Limit = 'min' | 'above' | 'max';

interface CheckedBand {
  min?: number | undefined;
  above?: number | undefined;
  max?: number | undefined;
  points: number;
}

interface CheckedMetric {
  key: MetricKey;
  per: string;
  direction: 'more' | 'fewer';
  bands?: CheckedBand[] | undefined;
  proRata?: { from?: number | undefined; perUnit?: number | undefined; fullAt?: number | undefined } | undefined;
  max: number;
  latePerAbsence?: number | undefined;
}

interface CheckedProfile {
  currency: string | null;
  metrics: CheckedMetric[];
  colours: { min: number; name: string; letter?: string | undefined }[];
}

export function* metricProblems(metric: CheckedMetric): Iterable<Finding> {
  const { key, per, bands, proRata } = metric;
  const direction = isOfFewer(key) ? 'fewer' : 'more';
  if (metric.direction !== direction) yield { path: ['direction'], reason: `must be ${direction} for ${key}` };
  if (isShare(key) && per !== 'period') yield { path: ['per'], reason: 'must be period for a share' };
  if (key === 'absencesWithLate' && metric.latePerAbsence === undefined) {
    yield { path: ['latePerAbsence'], reason: 'is missing: how many late arrivals make an absence' };
  }
  if (key !== 'absencesWithLate' && metric.latePerAbsence !== undefined) {
    yield { path: ['latePerAbsence'], reason: 'must be left out, except for absencesWithLate' };
  }
  if (!bands === !proRata) yield { path: [], reason: 'must have either bands or proRata' };
  if (bands) yield* bandsProblems(bands, { ...metric, direction });
  if (proRata) yield* proRataProblems(proRata, { ...metric, direction });
}

function* bandsProblems(bands: CheckedBand[], { direction, max }: CheckedMetric): Iterable<Finding> {
  let before: CheckedBand | null = null;
  for (const [index, band] of bands.entries()) {
    const path = ['bands', index];
    if (band.points > max) yield { path: [...path, 'points'], reason: `must be at most ${max}, the max of the metric` };
    if (before && band.points >= before.points) {
      yield { path: [...path, 'points'], reason: `must be below ${before.points}, the points of the band before` };
    }
    const limits = limitsOf(band);
    const allowed: Limit[] = direction === 'fewer' ? ['max'] : ['min', 'above'];
    if (limits.length !== 1 || !limits.every((limit) => allowed.includes(limit))) {
      yield { path, reason: `must have ${allowed.join(' or ')}, and just one of min, above and max` };
      return;
    }
    if (before) yield* orderProblems(before, band, path);
    before = band;
  }
}

function* orderProblems(before: CheckedBand, band: CheckedBand, path: Finding['path']): Iterable<Finding> {
  const [limit = 'min'] = limitsOf(band);
  const [limitBefore = 'min'] = limitsOf(before);
  const number = band[limit] ?? 0;
  const numberBefore = before[limitBefore] ?? 0;
  // At the same number, above it is more than from it on.
  const isBelow = number < numberBefore || (number === numberBefore && limitBefore === 'above' && limit === 'min');
  if (limit === 'max' ? number > numberBefore : isBelow) return;
  const side = limit === 'max' ? 'above' : 'below';
  yield { path: [...path, limit], reason: `must be ${side} ${numberBefore}, the ${limitBefore} of the band before` };
}

function limitsOf(band: CheckedBand): Limit[] {
  return (['min', 'above', 'max'] as const).filter((limit) => band[limit] !== undefined);
}

function* proRataProblems(
  { from, perUnit, fullAt }: NonNullable<CheckedMetric['proRata']>,
  { direction, max }: CheckedMetric,
): Iterable<Finding> {
  const path = ['proRata'];
  const isByUnit = from !== undefined && perUnit !== undefined && fullAt === undefined;
  const isByFull = from === undefined && perUnit === undefined && fullAt !== undefined;
  if (!isByUnit && !isByFull) {
    yield { path, reason: 'must have either fullAt, or from and perUnit' };
    return;
  }
  if (isByFull && direction === 'fewer') yield { path, reason: 'must have from and perUnit with direction fewer' };
  if (fullAt === 0) yield { path: [...path, 'fullAt'], reason: 'must be above 0' };
  if (!isByUnit) return;
  if (from > max) yield { path: [...path, 'from'], reason: `must be at most ${max}, the max of the metric` };
  if (direction === 'fewer' && from < max)
    yield { path: [...path, 'from'], reason: `must be ${max}, the max of the metric` };
  if (direction === 'fewer' && perUnit >= 0) yield { path: [...path, 'perUnit'], reason: 'must be below 0 with fewer' };
  if (direction === 'more' && perUnit <= 0) yield { path: [...path, 'perUnit'], reason: 'must be above 0 with more' };
}

export function* keyProblems({ metrics }: CheckedProfile): Iterable<Finding> {
  for (const [index, { key }] of metrics.entries()) {
    const first = metrics.findIndex((metric) => metric.key === key);
    if (first < index) yield { path: ['metrics', index, 'key'], reason: `must not be that of metrics[${first}] again` };
  }
}

export function* currencyProblems({ currency, metrics }: CheckedProfile): Iterable<Finding> {
  const ofMoney = metrics.find(({ key }) => isOfMoney(key));
  if (ofMoney && currency === null) yield { path: ['currency'], reason: `must be given for ${ofMoney.key}` };
  if (!ofMoney && currency !== null) yield { path: ['currency'], reason: 'must be null without a metric of money' };
}

export function* colourProblems({ metrics, colours }: CheckedProfile): Iterable<Finding> {
  const most = metrics.reduce((sum, { max }) => sum + max, 0);
  for (const [index, { min, name, letter }] of colours.entries()) {
    const path = ['colours', index];
    const before = colours[index - 1];
    const higher = colours.slice(0, index);
    if (!before && min > most) {
      yield { path: [...path, 'min'], reason: `must be at most ${most}, the points of all metrics together` };
    }
    if (before && min >= before.min) {
      yield { path: [...path, 'min'], reason: `must be below ${before.min}, the min of the colour before` };
    }
    if (index === colours.length - 1 && min !== 0)
      yield { path: [...path, 'min'], reason: 'must be 0 for the last colour' };
    if (higher.some((colour) => colour.name === name)) {
      yield { path: [...path, 'name'], reason: 'must not be that of a colour before' };
    }
    if (letter !== undefined && higher.some((colour) => colour.letter === letter)) {
      yield { path: [...path, 'letter'], reason: 'must not be that of a colour before' };
    }
  }
}
