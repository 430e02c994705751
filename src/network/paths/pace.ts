import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';

/** Lets answers go only at full steps after their beginning, so that the time they take tells little of what was found. */
export class Pace {
  /** @param stepMilliseconds 0 lets every answer go at once */
  constructor(private readonly stepMilliseconds: number) {}

  /** Does the work; its result or its error comes at the first full step after it is done. */
  async keep<T>(work: () => Promise<T>): Promise<T> {
    const begin = performance.now();
    try {
      return await work();
    } finally {
      await setTimeout(this.waitAfter(performance.now() - begin));
    }
  }

  /** How long to wait after so many milliseconds of work: until the next full step, and at least one step in all. */
  waitAfter(milliseconds: number): number {
    if (this.stepMilliseconds === 0) return 0;
    return Math.max(1, Math.ceil(milliseconds / this.stepMilliseconds)) * this.stepMilliseconds - milliseconds;
  }
}
