import { grainsFor, type Standing } from './gap.js';
import { measure, type Scale } from './measure.js';
import { epsilon, pointsFor } from './points.js';
import type { Metric, MetricKey, ScorecardProfile } from './profile.js';
import type { FigureSums } from './score.types.js';
import { grainsWorthAdding, type Target, targetsOf } from './targets.js';
import { bestOf, costOf, noWay, type Way, withAdditions } from './way.js';

const referralKeys: readonly MetricKey[] = ['referralsGiven', 'contactedInTimeShare', 'becameCustomersShare'];

export function isOfReferrals(key: MetricKey): boolean {
  return referralKeys.includes(key);
}

/** The figures a search starts from. */
export interface Start {
  profile: ScorecardProfile;
  figures: FigureSums;
  scale: Scale;
}

/**
 * The ways by more referrals. They belong together, since each referral given counts in both shares as well: those
 * given from now on are taken to be contacted in time, and of them just as many become customers as are asked for.
 */
export function referralWays(start: Start): Way[] {
  const metrics = start.profile.metrics.filter(({ key }) => isOfReferrals(key));
  const customers = metrics.find(({ key }) => key === 'becameCustomersShare');
  const givings = metrics
    .filter((metric) => metric !== customers)
    .flatMap((metric) => grainsWorthAdding(standingOf(metric, start)));
  const asked = [0, ...givings].flatMap((given) => [
    { given, became: 0 },
    ...(customers ? targetsOf(customers).flatMap((target) => withCustomers({ target, given }, customers, start)) : []),
  ]);
  const before = pointsOf(metrics, start);
  const ways = asked
    .filter(({ given }) => given > 0)
    .map((referrals): Way => {
      const additions = additionsOf(referrals, metrics);
      return {
        additions,
        points: pointsOf(metrics, added(start, additions)) - before,
        cost: costOfReferrals(referrals),
      };
    });
  return bestOf([noWay, ...ways]);
}

interface Referrals {
  given: number;
  became: number;
}

function costOfReferrals({ given, became }: Referrals): number {
  return costOf({ beyondHim: became, acts: given });
}

function standingOf(metric: Metric, { figures, scale }: Start): Standing {
  return { metric, measured: measure(metric, figures, scale), scale };
}

/** At least so many referrals, and the fewest of them that must become customers to earn the points of the target. */
function withCustomers(aim: { target: Target; given: number }, customers: Metric, start: Start): Referrals[] {
  const { points, value } = aim.target;
  const fewest = grainsFor(standingOf(customers, start), points, value);
  if (fewest === null) return [];
  const given = Math.max(aim.given, fewest);
  const whole = start.figures.referralsGiven + given;
  const had = start.figures.referralsBecameCustomers;
  for (let became = Math.max(0, Math.floor(value * whole - had) - 1); became <= given; became += 1) {
    const reached = pointsFor(customers, whole > 0 ? (had + became) / whole : null).points;
    if (reached >= points - epsilon) return [{ given, became }];
  }
  return [];
}

function additionsOf({ given, became }: Referrals, metrics: readonly Metric[]): Way['additions'] {
  return {
    referralsGiven: given,
    ...(metrics.some(({ key }) => key === 'contactedInTimeShare') ? { referralsContactedInTime: given } : {}),
    ...(became > 0 ? { referralsBecameCustomers: became } : {}),
  };
}

function added(start: Start, additions: Way['additions']): Start {
  return { ...start, figures: withAdditions(start.figures, additions) };
}

function pointsOf(metrics: readonly Metric[], { figures, scale }: Start): number {
  return metrics.reduce((sum, metric) => sum + pointsFor(metric, measure(metric, figures, scale).value).points, 0);
}
