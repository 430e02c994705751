import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { createApplication } from '../../src/application.js';
import { Afterwards } from '../../src/platform/afterwards.js';
import { Clock } from '../../src/platform/clock.js';
import { Jobs } from '../../src/platform/jobs.js';
import { JobsWorker } from '../../src/platform/jobs-worker.js';
import { readSettings } from '../../src/platform/settings.js';
import { createTestDatabase, type TestDatabase } from './database.js';

// biome-ignore lint/suspicious/noExplicitAny: what an answer holds is decided by the query beside it
type Data = any;

export interface Answer<T = Data> {
  data?: T | null;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

export interface PayloadError {
  code: string;
  message: string;
  field: string[] | null;
}

/** A signed-in member of the cast, or null for anonymous: whatever has a session token. */
export type Actor = { token: string } | null;

/** All but the time of day. */
const realTimers = [
  ...(['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate'] as const),
  ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask'] as const),
];

/** The real server on a database of its own. */
export class TestApp {
  /** Where works that are under way have put the clock. */
  private readonly instants: Date[] = [];

  private constructor(
    readonly application: NestFastifyApplication,
    readonly database: DataSource,
    readonly databaseUrl: string,
    /** Where the server listens, without a slash at the end. */
    readonly url: string,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<TestApp> {
    const { url, drop } = await createTestDatabase();
    return TestApp.startOn({ url, drop }, settings);
  }

  /** On a database that is there, migrated, and dropped in that way when it stops. */
  static async startOn({ url, drop }: TestDatabase, settings: Record<string, string> = {}): Promise<TestApp> {
    const application = await createApplication({
      ...readSettings({ KRING_LOG_LEVEL: 'error', ...settings }),
      DATABASE_URL: url,
    });
    await application.listen(0, '127.0.0.1');
    return new TestApp(application, application.get(DataSource), url, await application.getUrl(), drop);
  }

  async stop(): Promise<void> {
    await this.application.close();
    await this.drop();
  }

  /** One GraphQL request over HTTP. */
  async execute<T = Data>(actor: Actor, query: string, variables: object = {}): Promise<Answer<T>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        ...(actor && { authorization: `Bearer ${actor.token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer<T>;
  }

  /** The data of a request that must succeed. */
  async query<T = Data>(actor: Actor, query: string, variables: object = {}): Promise<T> {
    const answer = await this.execute<T>(actor, query, variables);
    if (answer.errors || !answer.data) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  }

  /**
   * One mutation by its name with its one input; the idempotency key is made unless the input brings one.
   * @returns the payload, its `errors` included
   */
  async act<T = Data>(
    actor: Actor,
    mutation: string,
    input: object,
    selection: string,
  ): Promise<T & { errors: PayloadError[] }> {
    const answer = await this.attempt<T>(actor, mutation, input, selection);
    if (answer.errors || !answer.data) throw new Error(JSON.stringify(answer.errors));
    return answer.data.payload;
  }

  /** Like `act`, for mutations that are expected to be refused at the top level. */
  attempt<T = Data>(
    actor: Actor,
    mutation: string,
    input: object,
    selection: string,
  ): Promise<Answer<{ payload: T & { errors: PayloadError[] } }>> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    return this.execute(
      actor,
      `mutation ($input: ${type}!) { payload: ${mutation}(input: $input) { ${selection} errors { code message field } } }`,
      { input: { idempotencyKey: randomUUID(), ...input } },
    );
  }

  /**
   * Does the work with the server's clock standing at the instant, given as RFC 3339. Works at the same time share the
   * clock: it stands where the latest of them put it, until the last of them is done.
   */
  async at<T>(instant: string, work: () => Promise<T>): Promise<T> {
    const standing = new Date(instant);
    this.instants.push(standing);
    const now = jest
      .spyOn(this.application.get(Clock), 'now')
      .mockImplementation(() => this.instants.at(-1) ?? new Date());
    try {
      return await work();
    } finally {
      this.instants.splice(this.instants.indexOf(standing), 1);
      if (this.instants.length === 0) now.mockRestore();
    }
  }

  /** Does all jobs that are due by the server's clock. */
  async runJobs(): Promise<void> {
    // What is due is judged by the time of the process, which stands where the clock does meanwhile.
    jest.useFakeTimers({ now: this.application.get(Clock).now(), doNotFake: realTimers });
    try {
      await this.application.get(JobsWorker, { strict: false }).runDue();
    } finally {
      jest.useRealTimers();
    }
  }

  /** Does a job that comes by itself as if it had come, here and now. */
  runScheduled(name: string): Promise<void> {
    return this.application.get(Jobs).perform(name, {});
  }

  /** How many SQL statements the server sends while the work is done; what earlier requests left to do is done before. */
  async countQueries(work: () => Promise<unknown>): Promise<number> {
    await this.application.get(Afterwards).settle();
    const query = jest.spyOn(Client.prototype, 'query');
    try {
      await work();
      return query.mock.calls.length;
    } finally {
      query.mockRestore();
    }
  }
}
