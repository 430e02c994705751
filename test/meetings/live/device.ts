import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { MeetingStream } from '../../support/meeting-stream.js';
import type { Answer, PayloadError } from '../../support/test-app.js';
import type { CastMember } from '../../support/world.js';

// biome-ignore lint/suspicious/noExplicitAny: what an answer holds is decided by the selection beside it
type Payload = any;

interface Sent {
  body: string;
  answered: Payload;
}

/** The phone of one member: it follows the meeting, and sends each act again until it is answered. */
export class Device {
  private readonly sent: Sent[] = [];
  private isOn = true;
  private following: Promise<void> = Promise.resolve();
  private stream: MeetingStream | null = null;
  /** How often an act was sent again because no answer came. */
  retries = 0;
  /** How often its stream was torn. */
  tears = 0;

  constructor(
    /** Where the server seems to be: behind the network. */
    private readonly url: string,
    readonly member: CastMember,
  ) {}

  /** Follows the meeting from its first change on, connecting anew whenever the network comes back. */
  async follow(meetingId: string): Promise<void> {
    const stream = await MeetingStream.open(this.url, this.member, meetingId, 0);
    this.stream = stream;
    this.following = this.keepFollowing(stream);
  }

  get changes(): MeetingStream {
    if (!this.stream) throw new Error('It follows no meeting.');
    return this.stream;
  }

  /** One act. @returns its payload @throws Error when it is refused */
  async act(mutation: string, input: object, selection: string): Promise<Payload> {
    const payload = await this.attempt(mutation, input, selection);
    if (payload.errors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(payload.errors)}`);
    return payload;
  }

  /** One act that may be refused. */
  async attempt(mutation: string, input: object, selection: string): Promise<Payload & { errors: PayloadError[] }> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) {
      payload: ${mutation}(input: $input) { ${selection} errors { code message field } }
    }`;
    const body = JSON.stringify({ query, variables: { input: { idempotencyKey: randomUUID(), ...input } } });
    const answered = await this.send(body);
    this.sent.push({ body, answered });
    return answered;
  }

  /** Sends everything that was done once more, with the same keys. @returns the answers that differ from the first */
  async sendAllAgain(): Promise<Payload[]> {
    const answers = await Promise.all(this.sent.map(({ body }) => this.send(body)));
    return answers.filter((answer, index) => JSON.stringify(answer) !== JSON.stringify(this.sent[index]?.answered));
  }

  async off(): Promise<void> {
    this.isOn = false;
    await this.stream?.close();
    await this.following;
  }

  private async send(body: string): Promise<Payload> {
    for (;;) {
      try {
        const response = await fetch(`${this.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${this.member.token}` },
          body,
        });
        const { data, errors } = (await response.json()) as Answer;
        if (errors) throw new ServerError(JSON.stringify(errors));
        return data.payload;
      } catch (error) {
        if (error instanceof ServerError) throw error;
        this.retries += 1;
        await delay(15);
      }
    }
  }

  private async keepFollowing(stream: MeetingStream): Promise<void> {
    for (;;) {
      while (stream.ended === null) await delay(10);
      if (!this.isOn || stream.ended === 'completed') return;
      this.tears += 1;
      await stream.resume().catch(() => delay(15));
    }
  }
}

/** The server answered, and not with what was asked for: another try would not mend it. */
class ServerError extends Error {}
