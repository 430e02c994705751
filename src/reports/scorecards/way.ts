import { epsilon } from './points.js';
import { type ScorecardFigure, scorecardFigures } from './profile.js';
import type { FigureSums } from './score.types.js';

/** One way to change the score: what to add to the window, and the change of points it makes. */
export interface Way {
  additions: Partial<Record<ScorecardFigure, number>>;
  points: number;
  /** In the units of `costOf`. */
  cost: number;
}

/** What a way asks of him. */
export interface Effort {
  /** How many things that are not in his own hands: money, and referrals becoming customers. */
  beyondHim: number;
  /** Referrals, visitors, one-to-ones, testimonials and education units. */
  acts: number;
  /** How far what is beyond him has to go, at most 1000. */
  reach: number;
}

const mostActs = 10_000;
const unitsPerAct = 1_000;
const unitsBeyondHim = 1e12;
const mostMetrics = 12;

/**
 * A cost to compare by. All acts weigh the same. What is not in his own hands weighs more than all acts together, so
 * that it is asked for only where acts alone do not get there; and no more of it than is needed.
 * @returns infinity beyond 10 000 acts, which is no way
 */
export function costOf({ beyondHim, acts, reach }: Effort): number {
  if (acts > mostActs) return Number.POSITIVE_INFINITY;
  return beyondHim * unitsBeyondHim + acts * unitsPerAct + Math.min(reach, unitsPerAct - 1) / mostMetrics;
}

/** The acts in a cost. */
export function actsIn(cost: number): number {
  return Math.floor((cost % unitsBeyondHim) / unitsPerAct);
}

/** The figures once a way has been gone. */
export function withAdditions(figures: FigureSums, additions: Way['additions']): FigureSums {
  const sums = { ...figures };
  for (const figure of scorecardFigures) sums[figure] += additions[figure] ?? 0;
  return sums;
}

export const noWay: Way = { additions: {}, points: 0, cost: 0 };

/** The ways for which no other gives as many points at as low a cost, the cheapest first. */
export function bestOf(ways: readonly Way[]): Way[] {
  const inOrder = ways
    .filter(({ cost }) => Number.isFinite(cost))
    .sort((a, b) => a.cost - b.cost || b.points - a.points);
  const best: Way[] = [];
  for (const way of inOrder) {
    const last = best.at(-1);
    if (!last || way.points > last.points + epsilon) best.push(way);
  }
  return best;
}

/** The best of every way of the one with every way of the other; they add to different figures. */
export function combine(some: readonly Way[], others: readonly Way[]): Way[] {
  return bestOf(
    some.flatMap((one) =>
      others.map((other) => ({
        additions: { ...one.additions, ...other.additions },
        points: one.points + other.points,
        cost: one.cost + other.cost,
      })),
    ),
  );
}
