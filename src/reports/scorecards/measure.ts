import { currencyDecimals } from '../../platform/money.js';
import type { Metric, MetricKey, ScorecardFigure, ScorecardProfile } from './profile.js';
import type { FigureSums } from './score.types.js';

/** What figures are divided by and turned with, the same for all metrics of a window. */
export interface Scale {
  weeks: number;
  months: number;
  /** How many minor units make one of the profile's currency. */
  minorPerMajor: number;
}

/** What a metric comes to in a window. */
export interface Measurement {
  amount: number;
  divisor: number;
  /** Null when there is nothing to divide by. */
  value: number | null;
}

/** The figure a metric counts; the part and the rest of a share stand in `shares`. */
const counted: Partial<Record<MetricKey, ScorecardFigure>> = {
  absences: 'absent',
  absencesWithLate: 'absent',
  lateArrivals: 'late',
  referralsGiven: 'referralsGiven',
  visitors: 'visitors',
  oneToOnes: 'oneToOnes',
  educationUnits: 'educationHundredths',
  testimonials: 'testimonials',
  thanked: 'thankedMinor',
};

/** Of each share its part, and what makes up the whole. */
const shares: Partial<Record<MetricKey, { part: ScorecardFigure; whole: ScorecardFigure[] }>> = {
  contactedInTimeShare: { part: 'referralsContactedInTime', whole: ['referralsGiven'] },
  becameCustomersShare: { part: 'referralsBecameCustomers', whole: ['referralsGiven'] },
  indirectShare: { part: 'indirectReturnMinor', whole: ['directReturnMinor', 'indirectReturnMinor'] },
};

const ofMoney: readonly MetricKey[] = ['thanked', 'indirectShare'];

export function isShare(key: MetricKey): boolean {
  return key in shares;
}

/** Whether a metric is of money, and so needs the currency of its profile. */
export function isOfMoney(key: MetricKey): boolean {
  return ofMoney.includes(key);
}

/** Absences and late arrivals, of which fewer are better; of all else more are. */
export function isOfFewer(key: MetricKey): boolean {
  return key === 'absences' || key === 'absencesWithLate' || key === 'lateArrivals';
}

/** The figures a metric is made of, those that can earn it points first. */
export function figuresOf(key: MetricKey): ScorecardFigure[] {
  const share = shares[key];
  if (share) return [...new Set([share.part, ...share.whole])];
  const figure = counted[key];
  return [...(figure ? [figure] : []), ...(key === 'absencesWithLate' ? (['late'] as const) : [])];
}

export function scaleOf({ currency, window }: ScorecardProfile, weeks: number): Scale {
  return { weeks, months: window.months, minorPerMajor: currency ? 10 ** currencyDecimals(currency) : 1 };
}

/** How many of the steps in which a metric is recorded make one of its unit: hundredths, minor units, or 1. */
export function grainsPerUnit(key: MetricKey, { minorPerMajor }: Scale): number {
  if (key === 'educationUnits') return 100;
  return isOfMoney(key) ? minorPerMajor : 1;
}

/** The value of a metric is its amount by its divisor, as it is: nothing is rounded. */
export function measure(metric: Metric, figures: FigureSums, scale: Scale): Measurement {
  const grains = grainsPerUnit(metric.key, scale);
  const share = shares[metric.key];
  if (share) {
    const whole = share.whole.reduce((sum, figure) => sum + figures[figure], 0);
    return divide(figures[share.part] / grains, whole / grains);
  }
  return divide(amountOf(metric, figures) / grains, divisorOf(metric, scale));
}

function divide(amount: number, divisor: number): Measurement {
  return { amount, divisor, value: divisor > 0 ? amount / divisor : null };
}

function amountOf({ key, latePerAbsence = 1 }: Metric, figures: FigureSums): number {
  const figure = counted[key];
  const amount = figure ? figures[figure] : 0;
  return key === 'absencesWithLate' ? amount + Math.floor(figures.late / latePerAbsence) : amount;
}

function divisorOf({ per }: Metric, { weeks, months }: Scale): number {
  if (per === 'week') return weeks;
  return per === 'month' ? months : 1;
}
