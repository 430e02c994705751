import { setTimeout as delay } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import {
  type JobHelpers,
  Logger as JobLogger,
  parseCronItems,
  type RunnerOptions,
  run,
  runOnce,
  type TaskList,
} from 'graphile-worker';
import type { Pool } from 'pg';
import { describeError } from './error-description.js';
import { type JobPayload, Jobs, jobAttempts } from './jobs.js';
import { withJobsPool } from './jobs-schema.js';
import { currentRequestId } from './request-id.js';
import { directDatabaseUrl, SETTINGS, type Settings } from './settings.js';

/** How many jobs a process does at the same time. */
const concurrency = 2;

/** How long it waits before it begins anew. */
const pauseMilliseconds = 5_000;

/** What came due while no process ran is made up for, so long afterwards. */
const backfillMilliseconds = 24 * 3_600_000;

/**
 * Does the jobs that wait in the database, in the process of the server. It runs only where it is started: not in
 * commands, and not while the demo is loaded. On shutdown it takes no more jobs and waits for those under way.
 */
@Injectable()
export class JobsWorker implements BeforeApplicationShutdown {
  private readonly logger = new Logger(JobsWorker.name);
  private readonly stopping = new AbortController();
  private readonly url: string;
  private kept: Promise<void> | null = null;

  constructor(
    private readonly jobs: Jobs,
    @Inject(SETTINGS) settings: Settings & { DATABASE_URL: string },
  ) {
    this.url = directDatabaseUrl(settings);
  }

  start(): void {
    this.kept ??= currentRequestId.exit(() => this.keep());
  }

  /** Does all jobs that are due, and returns when none is left. One that fails waits for its next attempt. */
  async runDue(): Promise<void> {
    await withJobsPool(this.url, (pool) => runOnce(this.options(pool), this.tasks()));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.kept;
  }

  /** Runs until the process ends; what breaks off with its connections is begun anew. */
  private async keep(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await withJobsPool(this.url, (pool) => this.runOn(pool));
      } catch (error) {
        this.logger.error({ message: 'The worker of the jobs has broken off.', error: describeError(error) });
      }
      await delay(pauseMilliseconds, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  /** @throws Error when the worker ends by itself, which it does only when it has lost its footing */
  private async runOn(pool: Pool): Promise<void> {
    const { signal } = this.stopping;
    const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    const runner = await run(this.options(pool), this.tasks(), this.schedule());
    if (!signal.aborted) await Promise.race([stopped, runner.promise]);
    if (!signal.aborted) throw new Error('It has ended by itself.');
    await runner.stop();
  }

  private options(pgPool: Pool): RunnerOptions {
    // By the clock of the process, as is the moment for which a job is added.
    return { pgPool, concurrency, noHandleSignals: true, useNodeTime: true, logger: this.jobLogger() };
  }

  private tasks(): TaskList {
    return Object.fromEntries(
      this.jobs.names.map((name) => [
        name,
        (payload: unknown, { job }: JobHelpers) => this.attempt(name, payload as JobPayload, job),
      ]),
    );
  }

  private schedule() {
    return parseCronItems(
      this.jobs.schedule.map(({ name, match }) => ({
        task: name,
        match,
        identifier: name,
        options: { backfillPeriod: backfillMilliseconds, maxAttempts: jobAttempts, jobKey: name },
      })),
    );
  }

  /** @throws Error without any of the values the failure was about: its message is kept with the job */
  private async attempt(name: string, payload: JobPayload, { id, attempts }: JobHelpers['job']): Promise<void> {
    try {
      await this.jobs.perform(name, payload);
    } catch (error) {
      const described = describeError(error);
      this.logger.error({ message: 'A job failed.', job: name, jobId: id, attempt: attempts, error: described });
      throw new Error([described.name, described.code, described.constraint].filter(Boolean).join(' '));
    }
  }

  /** What the worker tells of itself; a failure is logged where it happens. */
  private jobLogger(): JobLogger {
    return new JobLogger(() => (level, message, details) => {
      if (details?.failure) return;
      if (level === 'error') this.logger.error(message);
      else if (level === 'warning') this.logger.warn(message);
      else this.logger.debug(message);
    });
  }
}
