import { EventStream, type Frame, type StreamRefused, type Subscription, waitFor } from './event-stream.js';
import type { Actor } from './test-app.js';

/** A change of a meeting as the stream tells it. */
export interface Change {
  sequence: number;
  kind: string;
  actor: { id: string } | null;
  membership: { id: string } | null;
  visitor: { id: string } | null;
  letters: { membership: { id: string }; before: string | null; after: string }[];
}

const changeFields = `
  sequence kind actor { id } membership { id } visitor { id } letters { membership { id } before after }`;

/** One device in the room, which follows a meeting. */
export class MeetingStream {
  /** All it was told, in the order in which it came, over all its connections. */
  readonly events: Change[] = [];
  /** Errors in answers, which ought not to be. */
  readonly errors: unknown[] = [];
  private connection: EventStream | null = null;

  private constructor(private readonly subscription: Subscription) {}

  /**
   * Resolves when the server has accepted the subscription: every change from then on will come.
   * @param after begins with the changes after that number, 0 for all; without, with those to come
   * @throws StreamRefused
   */
  static async open(url: string, actor: Actor, meetingId: string, after?: number): Promise<MeetingStream> {
    const stream = new MeetingStream(subscriptionTo(url, actor, meetingId, after));
    await stream.resume();
    return stream;
  }

  static refused(url: string, actor: Actor, meetingId: string): Promise<StreamRefused> {
    return EventStream.refused(subscriptionTo(url, actor, meetingId));
  }

  /** The numbers of the changes it was told. */
  get sequences(): number[] {
    return this.events.map(({ sequence }) => sequence);
  }

  /** How it ended; null while it goes on. */
  get ended(): 'completed' | 'broken' | null {
    return this.connection?.ended ?? null;
  }

  /** Waits for a change that is so, one that came already or one to come. */
  async until(isSo: (change: Change) => boolean): Promise<Change> {
    await waitFor(() => this.events.some(isSo), `such change among ${JSON.stringify(this.sequences)}`);
    return this.events.find(isSo) as Change;
  }

  /** Breaks the connection in the middle of whatever is on its way, as when the network goes. */
  cut(): void {
    this.connection?.cut();
  }

  /** Connects again, as an EventSource does: after the last event it had. */
  async resume(): Promise<void> {
    const lastId = this.connection?.lastId ?? null;
    const headers: Record<string, string> = lastId === null ? {} : { 'last-event-id': lastId };
    this.connection = await EventStream.open({ ...this.subscription, headers }, (frame) => this.take(frame));
  }

  /** Waits until it has ended, by itself or because the server did. */
  end(): Promise<'completed' | 'broken'> {
    return this.connection?.end() ?? Promise.resolve('broken');
  }

  /** Goes, and waits until the connection is gone. */
  async close(): Promise<void> {
    this.cut();
    await this.end();
  }

  private take({ data }: Frame): void {
    if (data.errors) this.errors.push(...data.errors);
    if (data.data?.meetingChanged) this.events.push(data.data.meetingChanged);
  }
}

function subscriptionTo(url: string, actor: Actor, meetingId: string, after?: number): Subscription {
  const query = `subscription ($meetingId: UUID!, $after: Int) {
    meetingChanged(meetingId: $meetingId, after: $after) { ${changeFields} }
  }`;
  return { url, actor, query, variables: { meetingId, after: after ?? null } };
}
