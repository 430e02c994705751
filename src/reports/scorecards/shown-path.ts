import { bringsToColour } from './brings-to-colour.js';
import { forecast } from './forecast.js';
import { hidesCourse, tellsMoney } from './money-metrics.js';
import type { ScorecardPath } from './scorecard-path.types.js';
import type { ScoredSeat } from './scored-seat.js';

/**
 * What brings a seat to a colour by the end of the running month, in the first scorecard that counts it: the colour
 * above the present one unless it is named, or the best one to stay there. Null when nothing does, when there is no such
 * colour, and when the points would tell of money that is withheld.
 */
export function shownPath(scored: ScoredSeat, on: string, colour: string | null): ScorecardPath | null {
  const { profile, events, result, forecastSight } = scored;
  const isHidden = profile.content.metrics.some(
    (metric) => tellsMoney(metric) && hidesCourse(metric.key, forecastSight),
  );
  const wanted = colour ?? (result.nextColour ?? result.colour)?.name;
  const [running] = forecast({ profile: profile.content, events, today: on, months: 1 }).months;
  const plan = isHidden || !running ? null : bringsToColour(profile.content, running.result, wanted);
  if (!plan || !running) return null;
  return {
    ...{ on: running.day, colour: plan.colour, points: plan.total, acts: plan.acts },
    steps: plan.steps.map(({ key, from, to, needed }) => ({
      ...{ key, pointsNow: from.points, pointsThen: to.points },
      needed: hidesCourse(key, forecastSight) ? null : needed,
    })),
  };
}
