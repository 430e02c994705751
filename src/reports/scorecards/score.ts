import type { Period } from '../../platform/period.js';
import { colourOf, nextColourOf } from './colours.js';
import { gapsOf } from './gap.js';
import { measure, type Scale, scaleOf } from './measure.js';
import { pointsFor } from './points.js';
import { type Metric, type ScorecardEvent, type ScorecardProfile, scorecardFigures } from './profile.js';
import type { FigureSums, MetricScore, ScorecardResult } from './score.types.js';
import { scoreWindow } from './score-window.js';

/**
 * What a member scores today by a profile. Events outside the window do not count.
 * @param today the civil day in the club
 */
export function score(profile: ScorecardProfile, events: readonly ScorecardEvent[], today: string): ScorecardResult {
  const window = scoreWindow(profile, today);
  return scoreFigures(profile, sumFigures(events, window), window);
}

/** What the figures of a window score. */
export function scoreFigures(profile: ScorecardProfile, figures: FigureSums, window: Period): ScorecardResult {
  const weeks = countableWeeks(figures);
  const scale = scaleOf(profile, weeks);
  const metrics = profile.metrics.map((metric) => scoreMetric(metric, figures, scale));
  const total = metrics.reduce((sum, { points }) => sum + points, 0);
  return {
    profileId: profile.id,
    version: profile.version,
    currency: profile.currency,
    window,
    weeks,
    figures,
    metrics,
    total,
    most: profile.metrics.reduce((sum, { max }) => sum + max, 0),
    colour: colourOf(profile, total),
    nextColour: nextColourOf(profile, total),
  };
}

function scoreMetric(metric: Metric, figures: FigureSums, scale: Scale): MetricScore {
  const measured = measure(metric, figures, scale);
  const { key, per, direction, max } = metric;
  const [next = null] = gapsOf({ metric, measured, scale });
  return { key, per, direction, ...measured, ...pointsFor(metric, measured.value), max, next };
}

/** All that happened in a period, by figure. */
export function sumFigures(events: readonly ScorecardEvent[], { from, to }: Period): FigureSums {
  const sums = Object.fromEntries(scorecardFigures.map((figure) => [figure, 0])) as FigureSums;
  for (const { day, figure, amount } of events) {
    if (from <= day && day <= to) sums[figure] += amount;
  }
  return sums;
}

/** P + A + L + M + S. */
function countableWeeks({ present, absent, late, medical, substitute }: FigureSums): number {
  return present + absent + late + medical + substitute;
}
