import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';

/**
 * Work that an answer does not wait for, such as sending a mail: how long it takes then tells a client nothing.
 * It is lost when the process dies, so it must be something that can be asked for again.
 */
@Injectable()
export class Afterwards implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Afterwards.name);
  private readonly underWay = new Set<Promise<void>>();

  /** @param what the work in a few words, for the log if it fails */
  run(what: string, work: () => Promise<void>): void {
    const done: Promise<void> = Promise.resolve()
      .then(work)
      .catch((error: unknown) => this.logger.error(`Could not ${what}: ${String(error)}`))
      .finally(() => this.underWay.delete(done));
    this.underWay.add(done);
  }

  /** Waits until all that was begun has ended. */
  async settle(): Promise<void> {
    await Promise.all(this.underWay);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.settle();
  }
}
