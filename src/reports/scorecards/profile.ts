/** What a member did, as it enters a scorecard: one dated amount of one figure. */
export interface ScorecardEvent {
  /** The civil day it counts on, in the club. */
  day: string;
  figure: ScorecardFigure;
  /** A count; hundredths for education units; minor units of the profile's currency for money. */
  amount: number;
}

/** All that is counted for a scorecard. Money is in the currency of the profile; other currencies are not counted. */
export const scorecardFigures = [
  'present',
  'absent',
  'late',
  'medical',
  'substitute',
  'referralsGiven',
  'referralsContactedInTime',
  'referralsBecameCustomers',
  'visitors',
  'oneToOnes',
  'educationHundredths',
  'testimonials',
  'thankedMinor',
  'directReturnMinor',
  'indirectReturnMinor',
] as const;
export type ScorecardFigure = (typeof scorecardFigures)[number];

/**
 * What a metric measures: figures of the window as they are (`absences` is A, `lateArrivals` L), A + floor(L / n) as
 * `absencesWithLate`, or a share from 0 to 1. A share of nothing has no value and earns no points.
 */
export const metricKeys = [
  'absences',
  'absencesWithLate',
  'lateArrivals',
  'referralsGiven',
  'visitors',
  'oneToOnes',
  'educationUnits',
  'testimonials',
  'thanked',
  'contactedInTimeShare',
  'becameCustomersShare',
  'indirectShare',
] as const;
export type MetricKey = (typeof metricKeys)[number];

/**
 * Points for a value that reached `min`, or that is above `above`: just one of the two. With direction `fewer` they
 * are the most the value may be (`max`).
 */
export type Band =
  | { min: number; points: number }
  | { above: number; points: number }
  | { max: number; points: number };

/**
 * Points in proportion, never below 0 nor above `max`: `from` at a value of 0 and `perUnit` more for each unit, or
 * `max` at `fullAt` and as large a part of it as the value is of `fullAt`.
 */
export type ProRata = { from: number; perUnit: number } | { fullAt: number };

export interface Metric {
  key: MetricKey;
  /** What the value is divided by: countable weeks (P + A + L + M + S), months of the window, or nothing. */
  per: 'week' | 'month' | 'period';
  direction: 'more' | 'fewer';
  /** Just one of these two; the best band that is reached counts. */
  bands?: Band[];
  proRata?: ProRata;
  /** The most points it can earn. */
  max: number;
  /** Of `absencesWithLate` alone: so many late arrivals make an absence. */
  latePerAbsence?: number;
}

/** A scorecard as data. The same id and version never means anything else. */
export interface ScorecardProfile {
  id: string;
  version: number;
  /** The first civil day it scores. Months that ended before keep the version they were scored with. */
  validFrom: string;
  /** ISO 4217, of `thanked` and of the bands on it, in major units; null when no metric is money. */
  currency: string | null;
  /** The months before the running one, or those up to today. */
  window: { kind: 'completed' | 'rolling'; months: number };
  metrics: Metric[];
  /** From the highest `min` to the lowest; empty when no colours were published. The last one has `min` 0. */
  colours: ColourRange[];
}

/** A colour, and the fewest points in all that earn it. */
export interface ColourRange {
  min: number;
  name: string;
  /** Shown with the colour, which never stands alone; without one, the first letter of the name no higher one has. */
  letter?: string;
}
