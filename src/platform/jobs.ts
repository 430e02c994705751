import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from './clock.js';

/** What a job is about: ids and days. Names, addresses and secrets stay in their own tables, or are not kept at all. */
export type JobPayload = Readonly<Record<string, string>>;

/** Does a job. It may be begun again after a crash or a failure, so that doing it twice must be like doing it once. */
export type JobHandler = (payload: JobPayload) => Promise<void>;

export interface JobOptions {
  /** Not earlier than then; at once without it. */
  runAt?: Date;
  /** A job that waits under the same key is replaced. */
  key?: string;
}

/** A job that comes by itself. */
export interface ScheduledJob {
  name: string;
  /** When, as in a crontab, in UTC: minute, hour, day, month, day of the week. */
  match: string;
}

/** How often a job is begun before it is given up. The pauses between grow up to six hours. */
export const jobAttempts = 10;

const addText = `
  SELECT graphile_worker.add_job($1, job.payload, run_at => $2, max_attempts => $3, job_key => job.key)
  FROM unnest($4::json[], $5::text[]) AS job (payload, key)`;

/**
 * Work that is done later, by whichever process of the server has time (jobs-worker.ts). A module registers what its
 * jobs do when it starts. A job is added in the transaction of the act it follows from: it is done if and only if
 * that was.
 */
@Injectable()
export class Jobs {
  private readonly handlers = new Map<string, JobHandler>();
  readonly schedule: ScheduledJob[] = [];

  constructor(private readonly clock: Clock) {}

  register(name: string, handler: JobHandler): void {
    if (this.handlers.has(name)) throw new Error(`Two handlers are registered for the job ${name}.`);
    this.handlers.set(name, handler);
  }

  /** Registers a job that comes by itself; of several processes one does it. */
  registerScheduled(job: ScheduledJob, handler: JobHandler): void {
    this.register(job.name, handler);
    this.schedule.push(job);
  }

  get names(): string[] {
    return [...this.handlers.keys()];
  }

  add(manager: EntityManager, name: string, payload: JobPayload, options: JobOptions = {}): Promise<void> {
    return this.addAll(manager, name, [{ payload, key: options.key }], options.runAt);
  }

  /** Many jobs of one name in one statement. */
  async addAll(
    manager: EntityManager,
    name: string,
    jobs: { payload: JobPayload; key?: string }[],
    runAt: Date = this.clock.now(),
  ): Promise<void> {
    if (!this.handlers.has(name)) throw new Error(`No handler is registered for the job ${name}.`);
    if (jobs.length === 0) return;
    const payloads = jobs.map(({ payload }) => JSON.stringify(payload));
    await manager.query(addText, [name, runAt, jobAttempts, payloads, jobs.map(({ key }) => key ?? null)]);
  }

  /** Does a job here and now. */
  async perform(name: string, payload: JobPayload): Promise<void> {
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`No handler is registered for the job ${name}.`);
    await handler(payload);
  }
}
