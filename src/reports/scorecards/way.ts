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
  /** What is not in his own hands: the points of money, and the number of referrals that become customers. */
  beyondHim: number;
  /** Referrals, visitors, one-to-ones, testimonials and education units. */
  acts: number;
}

/** A hundredth of what is beyond him weighs more than all acts together can, each of which weighs 1. */
const beyondHimHundredth = 1e6;
const mostActs = 10_000;
const mostBeyondHim = 1_000;

/**
 * A cost to compare by. All acts weigh the same. What is not in his own hands weighs more than all acts together: it
 * is asked for only where acts alone do not get there, and then as little of it as will do.
 * @returns infinity beyond 10 000 acts or 1000 customers, which is no way
 */
export function costOf({ beyondHim, acts }: Effort): number {
  if (acts > mostActs || beyondHim > mostBeyondHim) return Number.POSITIVE_INFINITY;
  return Math.round(beyondHim * 100) * beyondHimHundredth + acts;
}

/** The acts in a cost. */
export function actsIn(cost: number): number {
  return cost % beyondHimHundredth;
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
