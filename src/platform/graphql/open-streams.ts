import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { EventStream } from './event-stream.js';
import { refusal } from './refusal.js';

/** How many streams one person may have open at this process. */
export const mostStreams = 10;

/** The streams that are open, by whose they are. */
@Injectable()
export class OpenStreams implements OnModuleDestroy {
  private readonly open = new Map<string, Set<EventStream>>();

  /**
   * Takes a place, which is free again as soon as the connection has ended, however it ended.
   * @param holder null for those who have not signed in, for whom no stream is opened in the end
   * @throws GraphQLError TOO_MANY_STREAMS
   */
  admit(holder: string | null, stream: EventStream): void {
    if (holder === null || stream.gone.aborted) return;
    const streams = this.open.get(holder) ?? new Set();
    if (streams.size >= mostStreams) {
      throw refusal('TOO_MANY_STREAMS', `At most ${mostStreams} streams are open at once; close one first.`, 429);
    }
    this.open.set(holder, streams.add(stream));
    stream.gone.addEventListener('abort', () => {
      streams.delete(stream);
      if (streams.size === 0) this.open.delete(holder);
    });
  }

  count(): number {
    return [...this.open.values()].reduce((sum, streams) => sum + streams.size, 0);
  }

  /** They are cut and not completed: their clients come back, to whoever serves then. */
  onModuleDestroy(): void {
    for (const streams of [...this.open.values()]) for (const stream of [...streams]) stream.cut();
  }
}
