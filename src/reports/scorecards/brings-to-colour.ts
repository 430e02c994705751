import { coloursOf } from './colours.js';
import { type Standing, valueWith } from './gap.js';
import { figuresOf, grainsPerUnit, isOfFewer, isOfMoney, measure, type Scale, scaleOf } from './measure.js';
import { epsilon, pointsFor } from './points.js';
import { type Metric, type ScorecardProfile, scorecardFigures } from './profile.js';
import { isOfReferrals, referralWays, type Start } from './referral-ways.js';
import { scoreFigures } from './score.js';
import type { ColourPlan, ColourStep, ScorecardResult } from './score.types.js';
import { grainsWorthAdding } from './targets.js';
import { actsIn, bestOf, combine, costOf, noWay, type Way, withAdditions } from './way.js';

/**
 * The cheapest steps to a colour, in the window of the result: an exact search over the jumps of all metrics. Acts
 * weigh the same (`costOf`); money and referrals that become customers are asked for only where acts do not get there;
 * absences and late arrivals cannot be made good, they only leave the window.
 * @param wanted the name of a colour of the profile; without it, the one above the present
 * @returns null when nothing he can do reaches it, when there is none above, or no such colour
 */
export function bringsToColour(profile: ScorecardProfile, result: ScorecardResult, wanted?: string): ColourPlan | null {
  const name = wanted ?? result.nextColour?.name;
  const colour = coloursOf(profile).find((candidate) => candidate.name === name);
  if (!colour) return null;
  const start = { profile, figures: result.figures, scale: scaleOf(profile, result.weeks) };
  const missing = colour.min - result.total;
  const way = missing <= epsilon ? noWay : waysToScore(start).find(({ points }) => points >= missing - epsilon);
  if (!way) return null;
  const after = scoreFigures(profile, withAdditions(result.figures, way.additions), result.window);
  return {
    colour,
    total: after.total,
    acts: actsIn(way.cost),
    steps: stepsBetween(result, after, way.additions, start.scale),
    additions: scorecardFigures.flatMap((figure) => {
      const amount = way.additions[figure] ?? 0;
      return amount > 0 ? [{ figure, amount }] : [];
    }),
  };
}

/** The best ways of all metrics together, the cheapest first. */
function waysToScore(start: Start): Way[] {
  const apart = start.profile.metrics
    .filter(({ key }) => !isOfFewer(key) && !isOfReferrals(key))
    .map((metric) => waysOf(metric, start));
  return [referralWays(start), ...apart].reduce(combine, [noWay]);
}

/** The ways by one metric whose figure no other metric reads. */
function waysOf(metric: Metric, { figures, scale }: Start): Way[] {
  const standing = { metric, measured: measure(metric, figures, scale), scale };
  const before = pointsFor(metric, standing.measured.value).points;
  const ways = grainsWorthAdding(standing).map((grains) => wayOf(standing, grains, before));
  return bestOf([noWay, ...ways]);
}

function wayOf(standing: Standing, grains: number, before: number): Way {
  const { metric, scale } = standing;
  const [figure] = figuresOf(metric.key);
  const points = pointsFor(metric, valueWith(standing, grains)).points - before;
  const effort = isOfMoney(metric.key)
    ? { beyondHim: points, acts: 0 }
    : { beyondHim: 0, acts: grains / grainsPerUnit(metric.key, scale) };
  return { additions: figure ? { [figure]: grains } : {}, points, cost: costOf(effort) };
}

function stepsBetween(
  before: ScorecardResult,
  after: ScorecardResult,
  additions: Way['additions'],
  scale: Scale,
): ColourStep[] {
  return before.metrics.flatMap(({ key, value, points }, index) => {
    const then = after.metrics[index];
    const [figure] = figuresOf(key);
    const needed = figure ? (additions[figure] ?? 0) / grainsPerUnit(key, scale) : 0;
    if (!then || (needed === 0 && then.points === points)) return [];
    const to = { value: then.value, points: then.points };
    return [{ key, from: { value, points }, to, needed, pointsGained: then.points - points }];
  });
}
