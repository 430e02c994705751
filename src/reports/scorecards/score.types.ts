import type { Period } from '../../platform/period.js';
import type { Band, Metric, MetricKey, ScorecardFigure } from './profile.js';

/** What each figure came to in a window: counts, hundredths of education units, minor units of money. */
export type FigureSums = Record<ScorecardFigure, number>;

/** A score that explains itself: all it was computed from, how far it reached, and what is missing. */
export interface ScorecardResult {
  profileId: string;
  version: number;
  /** Of all money in it; null when no metric is money. */
  currency: string | null;
  /** The civil days it counts, both ends within. */
  window: Period;
  /** Countable weeks of the window: P + A + L + M + S. */
  weeks: number;
  figures: FigureSums;
  /** In the order of the profile. */
  metrics: MetricScore[];
  /** The sum of the points; not rounded, so with decimals where points are in proportion. */
  total: number;
  /** The sum of the most points each metric can earn. */
  most: number;
  /** Null when the profile has no colours. */
  colour: ScorecardColour | null;
  /** The colour above; null at the best, and without colours. */
  nextColour: (ScorecardColour & { pointsMissing: number }) | null;
}

export interface ScorecardColour {
  name: string;
  /** Shown with the colour, which never stands alone; each colour of a profile has its own. */
  letter: string;
  /** The fewest points in all that earn it. */
  min: number;
}

export interface MetricScore {
  key: MetricKey;
  per: Metric['per'];
  direction: Metric['direction'];
  /**
   * What was done, in the metric's own unit: a count, education units, money in major units; of a share the part:
   * referrals contacted in time or that became customers, or indirect return.
   */
  amount: number;
  /** What it is divided by: countable weeks, months, or 1; of a share the whole. */
  divisor: number;
  /** `amount / divisor`, not rounded; null when there is nothing to divide by, which earns no points. */
  value: number | null;
  /** The band reached; null below all of them, and where points are in proportion. */
  band: Band | null;
  points: number;
  max: number;
  /** The nearest better band, or the full points where they are in proportion; null at the best. */
  next: MetricGap | null;
}

/** What separates a metric from a better band. */
export interface MetricGap {
  /** The band; null where points are in proportion. */
  band: Band | null;
  /** The points of the metric once it is reached. */
  points: number;
  /** The value it takes; with `above` of the band, the value must be more than this. */
  value: number;
  /**
   * How many more of the metric's acts reach it (fewer, with direction `fewer`): whole for counts, hundredths of
   * education units and minor units of money exact, in the metric's own unit. Of a share: how many more referrals
   * that are all contacted in time (or all become customers), or how much more indirect return. Null when no
   * number reaches it, for want of weeks or because a share of 1 has been missed already.
   */
  needed: number | null;
}

/** The cheapest way to a colour by what can still be done in the window. */
export interface ColourPlan {
  colour: ScorecardColour;
  /** The total once all is done, at least `colour.min`. */
  total: number;
  /** Referrals, visitors, one-to-ones, testimonials and education units in all. Money and customers are not counted in. */
  acts: number;
  /** The metrics that change, in the order of the profile; empty when the colour is had already. */
  steps: ColourStep[];
  /** What to add to the window for it, as events have it: counts, hundredths, minor units. */
  additions: { figure: ScorecardFigure; amount: number }[];
}

export interface ColourStep {
  key: MetricKey;
  /** Now. */
  from: { value: number | null; points: number };
  /** Once all is done. */
  to: { value: number | null; points: number };
  /**
   * How many more acts, as `MetricGap.needed` counts them but with education in whole units; 0 for a metric that only
   * changes with another, as the share of referrals that became customers falls while new ones are open.
   */
  needed: number;
  /** Below 0 for a metric that others pull down. */
  pointsGained: number;
}

/** What a scorecard comes to, month by month, when nothing more is done than to attend as usual. */
export interface ScorecardForecast {
  /** In order of time: the running month first. */
  months: ForecastMonth[];
}

export interface ForecastMonth {
  /** YYYY-MM. */
  month: string;
  /** The civil day it stands as shown: the month's last with a rolling window, else the first after it. */
  day: string;
  window: Period;
  /** Meetings of the window from today on that he has no letter for: he is taken to be present at them. */
  assumedMeetings: number;
  weeks: number;
  total: number;
  most: number;
  colour: ScorecardColour | null;
  metrics: ForecastMetric[];
  /** The whole score of that day. Of the running month it says what can still be done for it (`bringsToColour`). */
  result: ScorecardResult;
}

export interface ForecastMetric {
  key: MetricKey;
  value: number | null;
  points: number;
  max: number;
  /** Against the month before in the forecast; of the first, against today. */
  pointsChange: number;
  /** What the window before still counted for this metric and this one no longer does, by day. */
  leaving: { day: string; figure: ScorecardFigure; amount: number }[];
}
