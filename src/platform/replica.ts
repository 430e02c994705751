import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { describeError } from './error-description.js';
import { SETTINGS, type Settings } from './settings.js';

/** How long reports wait for the replica to catch up before the primary answers them, in milliseconds. */
const longestWaitMilliseconds = 250;

/** How long a replica that failed is left alone, in milliseconds. */
const restMilliseconds = 5_000;

/** How long a connection to it may take, and a statement there, in milliseconds. */
const connectTimeoutMilliseconds = 1_000;
const statementTimeoutMilliseconds = 30_000;

/** Something that reads, wherever it is told to. */
type Reading<T> = (source: DataSource) => Promise<T>;

/**
 * Where reports read: on a streaming replica of the database, if KRING_REPLICA_URL names one, else on the database
 * itself. What was committed before a report was asked for is in it: the replica must have replayed the log of changes
 * as far as the primary had written it then. One that is late, gone or broken costs time alone: the primary answers.
 */
@Injectable()
export class Replica implements OnApplicationShutdown {
  private readonly logger = new Logger(Replica.name);
  private readonly url: string | undefined;
  private opened: Promise<DataSource> | null = null;
  private restsUntil = 0;
  private isLost = false;

  constructor(
    readonly primary: DataSource,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.url = settings.KRING_REPLICA_URL;
  }

  /** Reads on the replica, and on the primary if it cannot be read there. */
  async read<T>(reading: Reading<T>): Promise<T> {
    if (!this.url || performance.now() < this.restsUntil) return reading(this.primary);
    let replica: DataSource | null;
    try {
      replica = await this.caughtUp(this.url);
      if (replica) return this.found(await reading(replica));
    } catch (error) {
      // Also a statement that is wrong comes here; it then fails on the primary, as it must.
      this.lose(error);
    }
    return reading(this.primary);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  /** The replica once it has all that is committed by now; null when it takes too long. */
  private async caughtUp(url: string): Promise<DataSource | null> {
    const [written] = await this.primary.query<{ position: string }[]>('SELECT pg_current_wal_lsn()::text AS position');
    const replica = await this.open(url);
    const deadline = performance.now() + longestWaitMilliseconds;
    for (let pause = 2; ; pause *= 2) {
      const [state] = await replica.query<{ replays: boolean; hasIt: boolean }[]>(
        'SELECT pg_is_in_recovery() AS replays, coalesce(pg_last_wal_replay_lsn() >= $1::pg_lsn, false) AS "hasIt"',
        [written?.position],
      );
      if (!state?.replays) throw new Error('KRING_REPLICA_URL names a server that is no replica.');
      if (state.hasIt) return replica;
      if (performance.now() + pause > deadline) return null;
      await delay(pause);
    }
  }

  private open(url: string): Promise<DataSource> {
    this.opened ??= new DataSource({
      ...this.primary.options,
      url,
      entities: [],
      migrations: [],
      connectTimeoutMS: connectTimeoutMilliseconds,
      extra: { query_timeout: statementTimeoutMilliseconds },
    } as DataSourceOptions).initialize();
    return this.opened;
  }

  private found<T>(answer: T): T {
    if (this.isLost) this.logger.log('The replica answers reports again.');
    this.isLost = false;
    return answer;
  }

  private lose(error: unknown): void {
    this.restsUntil = performance.now() + restMilliseconds;
    if (!this.isLost) {
      this.logger.warn({ message: 'The replica failed: the primary answers reports.', error: describeError(error) });
    }
    this.isLost = true;
    void this.close();
  }

  /** What reads there still ends first; the next opening is anew. */
  private async close(): Promise<void> {
    const opened = this.opened;
    this.opened = null;
    await opened?.then((replica) => replica.destroy()).catch(() => undefined);
  }
}
