import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult } from 'graphql';

/** How long a client may leave unread what it was sent, in milliseconds. Whoever needs longer has to come back. */
export const patienceMilliseconds = 60_000;

/** What a subscription yields: the root value of one event, and the name by which a client asks to go on after it. */
export interface StreamEvent {
  id: string;
  root: object;
}

/** The way of the events of one subscription to its client. */
export class EventStream {
  /** The id of the last event the client has had, if it says so: it comes back after a break. */
  readonly lastEventId: string | null;
  private readonly leaving = new AbortController();
  /** Of the results that are on their way through graphql-sse, in their order. */
  private readonly ids: string[] = [];
  private taken: () => void = () => undefined;
  private start: string | null = null;

  constructor(
    readonly request: FastifyRequest,
    readonly reply: FastifyReply,
  ) {
    const given = request.headers['last-event-id'];
    this.lastEventId = typeof given === 'string' ? given : null;
    if (reply.raw.closed) this.leaving.abort();
    reply.raw.once('close', () => this.leaving.abort());
  }

  /** Aborted when the client has gone, or is being let go. */
  get gone(): AbortSignal {
    return this.leaving.signal;
  }

  /** Says after what the events begin: a client that is cut off before the first comes back to there. */
  beginAfter(id: string): void {
    this.start = id;
  }

  /**
   * Sends the results one by one: the next is made when the client's connection has taken the one before, so that
   * nothing piles up for whoever reads slowly.
   */
  async *inTurn(results: AsyncIterable<{ id: string; result: ExecutionResult }>): AsyncGenerator<ExecutionResult> {
    for await (const { id, result } of results) {
      this.ids.push(id);
      yield result;
      await this.untilTaken();
    }
  }

  /** The frames that graphql-sse makes of the results, each result with its id. */
  frames(body: AsyncGenerator<string>): AsyncGenerator<string> {
    return {
      next: async () => {
        const frame = await body.next();
        if (frame.done) return frame;
        const id = this.idOf(frame.value);
        return { done: false, value: id === null ? frame.value : `id: ${id}\n${frame.value}` };
      },
      // Not a generator of our own: it would return only after the frame it waits for.
      return: (value) => body.return(value),
      throw: (error) => body.throw(error),
      [Symbol.asyncIterator]() {
        return this;
      },
    } as AsyncGenerator<string>;
  }

  /** Ends it without a word: its client comes back. */
  cut(): void {
    // At once: when the server stops, the connection says so only after the database has gone.
    this.leaving.abort();
    this.reply.raw.destroy();
  }

  /** Of the first frame, a comment, it is where the events begin. */
  private idOf(frame: string): string | null {
    if (frame.startsWith('event: next')) {
      const id = this.ids.shift() ?? null;
      this.taken();
      return id;
    }
    const start = this.start;
    this.start = null;
    return start;
  }

  private async untilTaken(): Promise<void> {
    if (this.ids.length === 0 || this.gone.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => this.cut(), patienceMilliseconds);
      const end = (): void => {
        clearTimeout(timer);
        this.gone.removeEventListener('abort', end);
        resolve();
      };
      this.gone.addEventListener('abort', end);
      this.taken = end;
    });
  }
}
