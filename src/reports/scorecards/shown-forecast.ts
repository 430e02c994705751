import { currencyDecimals } from '../../platform/money.js';
import { forecast } from './forecast.js';
import type { ForecastMetricScore, LeavingFigure, ScorecardForecastMonth } from './forecast.types.js';
import { hidesCourse, tellsMoney } from './money-metrics.js';
import type { ForecastMetric, ForecastMonth } from './score.types.js';
import type { ScoredSeat } from './scored-seat.js';

/** Which points expire when, as a viewer may see it: six months from the day of the scorecard on. */
export function shownForecast(scored: ScoredSeat, on: string): ScorecardForecastMonth[] {
  const { profile, events } = scored;
  return forecast({ profile: profile.content, events, today: on }).months.map((month) => shownMonth(month, scored));
}

function shownMonth(month: ForecastMonth, scored: ScoredSeat): ScorecardForecastMonth {
  const metrics = month.metrics.map((metric) => shownMetric(metric, scored));
  const isTold = metrics.every(({ points }) => points !== null);
  return {
    ...{ month: month.month, on: month.day, ...month.window },
    ...{ assumedMeetings: month.assumedMeetings, weeks: month.weeks, most: month.most },
    points: isTold ? month.total : null,
    colour: isTold ? month.colour : null,
    metrics,
  };
}

function shownMetric(metric: ForecastMetric, scored: ScoredSeat): ForecastMetricScore {
  const { key, value, points, max, pointsChange, leaving } = metric;
  const isHidden = hidesCourse(key, scored.forecastSight);
  const definition = scored.profile.content.metrics.find((each) => each.key === key);
  const areTold = !(isHidden && definition && tellsMoney(definition));
  return {
    ...{ key, max, value: isHidden ? null : value },
    points: areTold ? points : null,
    pointsChange: areTold ? pointsChange : null,
    leaving: isHidden ? [] : leaving.map((event) => inOwnUnit(event, scored.currencies.thanked)),
  };
}

/** From hundredths and minor units to education units and money as people say them. */
function inOwnUnit({ day, figure, amount }: LeavingFigure, currency: string): LeavingFigure {
  if (figure === 'educationHundredths') return { day, figure, amount: amount / 100 };
  if (figure.endsWith('Minor')) return { day, figure, amount: amount / 10 ** currencyDecimals(currency) };
  return { day, figure, amount };
}
