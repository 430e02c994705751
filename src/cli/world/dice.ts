import { mulberry32 } from '../../reports/return/mulberry32.js';

/** What happens by chance in a world: the same throws for the same numbers, on every machine. */
export class Dice {
  /** From 0 up to but not 1. */
  readonly throw: () => number;

  /** @param numbers what the throws follow from, such as seed, club and subject */
  constructor(...numbers: number[]) {
    this.throw = mulberry32(numbers.reduce(mixed, 0x2545f491));
  }

  /** A whole number from 0 below the limit. */
  below(limit: number): number {
    return Math.floor(this.throw() * limit);
  }

  chance(probability: number): boolean {
    return this.throw() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  /** A whole number around the mean, by up to half of it. */
  around(mean: number): number {
    return Math.floor(mean * (0.5 + this.throw()) + this.throw());
  }

  /** How long one waits for what happens once in so long. */
  waiting(mean: number): number {
    return -mean * Math.log(1 - this.throw());
  }

  /** A factor around 1 that is now and then large: log-normal, its median 1. */
  factor(spread: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.throw())) * Math.cos(2 * Math.PI * this.throw());
    return Math.exp(spread * normal);
  }
}

function mixed(state: number, number: number): number {
  const step = Math.imul(state ^ number, 0x85ebca6b);
  return Math.imul(step ^ (step >>> 13), 0xc2b2ae35) ^ (step >>> 16);
}
