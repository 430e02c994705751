import type { Membership } from '../../members/membership.entity.js';
import { money } from '../../platform/money.js';
import type { ScorecardFigures, ScorecardGap, ScorecardMetricScore } from './metric-score.types.js';
import { hidesAmount, hidesPoints } from './money-metrics.js';
import type { FigureSums, MetricGap, MetricScore } from './score.types.js';
import type { Scorecard } from './scorecard.types.js';
import { type MoneySight, type ScoredSeat, scaleOfReturn } from './scored-seat.js';
import { shownBand, shownProfile } from './shown-profile.js';

/** A score as its viewer may see it. */
export function shownScore(scored: ScoredSeat, seat: Membership, at: { on: string; openMeetings: number }): Scorecard {
  const { profile, result, sight } = scored;
  const metrics = result.metrics.map((metric) => shownMetric(metric, scored));
  const isTold = !hidesTotal(scored, sight);
  return {
    ...{ scored, seat, on: at.on, provisional: at.openMeetings > 0 },
    profile: shownProfile(profile),
    ...result.window,
    weeks: result.weeks,
    points: isTold ? result.total : null,
    most: result.most,
    colour: result.colour,
    nextColour: isTold ? result.nextColour : null,
    figures: shownFigures(result.figures, scored),
    metrics,
  };
}

/** Whether the points in all would tell what is withheld. */
function hidesTotal({ profile }: ScoredSeat, sight: MoneySight): boolean {
  return profile.content.metrics.some((metric) => hidesPoints(metric, sight));
}

function shownMetric(metric: MetricScore, { profile, sight }: ScoredSeat): ScorecardMetricScore {
  const withheld = hidesAmount(metric.key, sight);
  const definition = profile.content.metrics.find(({ key }) => key === metric.key);
  return {
    ...metric,
    withheld,
    ...(withheld && { amount: null, divisor: null, value: null }),
    band: metric.band && shownBand(metric.band),
    points: definition && hidesPoints(definition, sight) ? null : metric.points,
    next: metric.next && shownGap(metric.next, withheld),
  };
}

function shownGap(gap: MetricGap, withheld: boolean): ScorecardGap {
  return { ...gap, band: gap.band && shownBand(gap.band), needed: withheld ? null : gap.needed };
}

function shownFigures(figures: FigureSums, { currencies, profile, sight }: ScoredSeat): ScorecardFigures {
  const { educationHundredths, thankedMinor, directReturnMinor, indirectReturnMinor, ...counts } = figures;
  const isShown = (key: 'thanked' | 'indirectShare') =>
    profile.content.metrics.some((metric) => metric.key === key) && !hidesAmount(key, sight);
  const shownReturn = (minor: number) =>
    isShown('indirectShare') ? money(BigInt(Math.round(minor / scaleOfReturn(currencies))), currencies.return) : null;
  return {
    ...counts,
    educationUnits: educationHundredths / 100,
    thanked: isShown('thanked') ? money(BigInt(thankedMinor), currencies.thanked) : null,
    directReturn: shownReturn(directReturnMinor),
    indirectReturn: shownReturn(indirectReturnMinor),
  };
}
