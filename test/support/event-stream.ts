import { setTimeout as delay } from 'node:timers/promises';
import type { Actor, Answer } from './test-app.js';

const patienceMilliseconds = 20_000;

/** One frame of a stream of server-sent events. */
export interface Frame {
  event: string;
  /** Null when it had none. */
  id: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: what a frame holds is decided by the subscription beside it
  data: any;
}

export interface Subscription {
  url: string;
  actor: Actor;
  query: string;
  variables?: object;
  headers?: Record<string, string>;
  /** As an EventSource would, with everything in the address; else as a POST. */
  get?: boolean;
}

/** What the server answered in place of a stream. */
export class StreamRefused extends Error {
  constructor(
    readonly status: number,
    readonly answer: Answer,
  ) {
    super(`${status} ${JSON.stringify(answer)}`);
  }

  get code(): string | undefined {
    return this.answer.errors?.[0]?.extensions.code;
  }
}

/** A subscription over server-sent events, as any client has it. */
export class EventStream {
  readonly frames: Frame[] = [];
  /** Comments, which keep the connection open. */
  comments = 0;
  /** The id of the last event, or of that after which they begin; null when there was none. */
  lastId: string | null = null;
  /** How it ended; null while it goes on. */
  ended: 'completed' | 'broken' | null = null;

  private constructor(
    readonly headers: Headers,
    private readonly connection: AbortController,
    body: ReadableStream<Uint8Array>,
    private readonly onFrame: (frame: Frame) => void,
  ) {
    void this.read(body);
  }

  /** Resolves when the server has accepted the subscription. @throws StreamRefused */
  static async open(subscription: Subscription, onFrame: (frame: Frame) => void = () => undefined) {
    const connection = new AbortController();
    const response = await request(subscription, connection.signal);
    if (!response.ok || !response.body) throw new StreamRefused(response.status, (await response.json()) as Answer);
    return new EventStream(response.headers, connection, response.body, onFrame);
  }

  /** How the server refuses it. @throws Error when it does not */
  static async refused(subscription: Subscription): Promise<StreamRefused> {
    try {
      const stream = await EventStream.open(subscription);
      stream.cut();
    } catch (error) {
      if (error instanceof StreamRefused) return error;
      throw error;
    }
    throw new Error('The stream was opened.');
  }

  /** Breaks the connection, as when the network goes. */
  cut(): void {
    this.ended ??= 'broken';
    this.connection.abort();
  }

  /** Waits until it has told so many events. */
  async until(count: number): Promise<void> {
    await waitFor(() => this.frames.length >= count, `${count} events, only ${this.frames.length}`);
  }

  /** Waits until it has ended. */
  async end(): Promise<'completed' | 'broken'> {
    await waitFor(() => this.ended !== null, 'end of the stream');
    return this.ended ?? 'broken';
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = '';
    try {
      for await (const chunk of body.pipeThrough(
        new TextDecoderStream() as never,
      ) as unknown as AsyncIterable<string>) {
        const parts = (text + chunk).split('\n\n');
        text = parts.pop() ?? '';
        for (const part of parts) this.take(part);
      }
    } catch {
      // Cut, here or there: it is told by how it ended.
    }
    this.ended ??= 'broken';
  }

  private take(part: string): void {
    // What still trickles in over a connection that was given up does not count.
    if (this.ended !== null) return;
    const fields = new Map(
      part.split('\n').map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon), line.slice(colon + 1).trimStart()];
      }),
    );
    const event = fields.get('event');
    this.lastId = fields.get('id') ?? this.lastId;
    if (event === undefined) {
      this.comments += 1;
    } else if (event === 'complete') {
      this.ended = 'completed';
    } else {
      const frame = { event, id: fields.get('id') ?? null, data: JSON.parse(fields.get('data') ?? 'null') };
      this.frames.push(frame);
      this.onFrame(frame);
    }
  }
}

/** Looks again and again until it is so. @throws Error naming what did not come */
export async function waitFor(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let waited = 0; waited < patienceMilliseconds; waited += 10) {
    if (await isSo()) return;
    await delay(10);
  }
  throw new Error(`There was no ${what}.`);
}

function request({ url, actor, query, variables = {}, headers, get }: Subscription, signal: AbortSignal) {
  const all = {
    accept: 'text/event-stream',
    ...(actor && { authorization: `Bearer ${actor.token}` }),
    ...headers,
  };
  const address = `${url}/graphql/stream`;
  if (get) {
    const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    return fetch(`${address}?${search}`, { headers: all, signal });
  }
  return fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...all },
    body: JSON.stringify({ query, variables }),
    signal,
  });
}
