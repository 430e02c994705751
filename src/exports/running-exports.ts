import { Injectable } from '@nestjs/common';
import { DomainError } from '../platform/graphql/errors.js';
import { exportLimits } from './export-limits.js';

/** The files that are under way from this process: so many at once, and so many to one person. */
@Injectable()
export class RunningExports {
  private readonly byPerson = new Map<string, number>();
  private all = 0;

  /**
   * Begins one.
   * @returns what ends it; only the first call of it counts
   * @throws DomainError TOO_MANY_OPEN
   */
  begin(personId: string): () => void {
    const own = this.byPerson.get(personId) ?? 0;
    if (own >= exportLimits.atOncePerPerson) {
      const message = `${exportLimits.atOncePerPerson} of your files are under way; wait until one has come.`;
      throw new DomainError('TOO_MANY_OPEN', message);
    }
    if (this.all >= exportLimits.atOncePerProcess) {
      throw new DomainError('TOO_MANY_OPEN', 'As many files are under way as may be at once. Try again in a moment.');
    }
    this.byPerson.set(personId, own + 1);
    this.all += 1;
    let isRunning = true;
    return () => {
      if (isRunning) this.end(personId);
      isRunning = false;
    };
  }

  private end(personId: string): void {
    const left = (this.byPerson.get(personId) ?? 1) - 1;
    if (left > 0) this.byPerson.set(personId, left);
    else this.byPerson.delete(personId);
    this.all -= 1;
  }
}
