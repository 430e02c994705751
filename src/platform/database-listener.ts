import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { Alarm } from './alarm.js';
import { describeError } from './error-description.js';
import { currentRequestId } from './request-id.js';
import { directDatabaseUrl, SETTINGS, type Settings } from './settings.js';

/** The name of the connection in `pg_stat_activity`. */
export const listenerName = 'kring listening';

const shortestPauseMilliseconds = 100;
const longestPauseMilliseconds = 5_000;

/**
 * Rings when the database notifies. One connection of its own listens for the whole process, from the first alarm on.
 * When it breaks, another is opened, and every alarm rings, since notifications may have been missed meanwhile. An
 * alarm is only a sign to look: what there is to know stands in the tables.
 */
@Injectable()
export class DatabaseListener implements OnApplicationShutdown {
  private readonly logger = new Logger(DatabaseListener.name);
  /** By channel, then by the text that is notified. */
  private readonly alarms = new Map<string, Map<string, Set<Alarm>>>();
  private readonly stopping = new AbortController();
  private client: Client | null = null;
  private listening: Promise<void> | null = null;

  private readonly url: string;

  constructor(@Inject(SETTINGS) settings: Settings & { DATABASE_URL: string }) {
    this.url = directDatabaseUrl(settings);
  }

  /** An alarm that rings whenever the text is notified on the channel, and now and then without cause. Stop it. */
  alarm(channel: string, text: string): Alarm {
    const byText = this.channel(channel);
    const alarms = byText.get(text) ?? new Set();
    const alarm = new Alarm((stopped) => {
      alarms.delete(stopped);
      if (alarms.size === 0) byText.delete(text);
    });
    byText.set(text, alarms.add(alarm));
    // It outlives the request that happens to be the first.
    this.listening ??= currentRequestId.exit(() => this.listen());
    return alarm;
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.client?.end();
    await this.listening;
  }

  private channel(name: string): Map<string, Set<Alarm>> {
    const known = this.alarms.get(name);
    if (known) return known;
    const made = new Map<string, Set<Alarm>>();
    this.alarms.set(name, made);
    // A connection that is there already learns of it now; one that is yet to come finds it among the others.
    this.client?.query(listenTo(name)).then(
      () => this.ringAll(),
      () => undefined,
    );
    return made;
  }

  /** Listens, again and again, until the process ends. */
  private async listen(): Promise<void> {
    let pause = shortestPauseMilliseconds;
    while (!this.stopping.signal.aborted) {
      try {
        await this.listenOnce(() => {
          pause = shortestPauseMilliseconds;
        });
      } catch (error) {
        if (this.stopping.signal.aborted) return;
        this.logger.warn({ message: 'The connection that listens has broken.', error: describeError(error) });
      }
      await delay(pause, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      pause = Math.min(2 * pause, longestPauseMilliseconds);
    }
  }

  /** @throws Error when there is no connection, or when the one there was breaks */
  private async listenOnce(connected: () => void): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      application_name: listenerName,
      connectionTimeoutMillis: longestPauseMilliseconds,
      keepAlive: true,
    });
    client.on('notification', ({ channel, payload }) => this.ring(channel, payload ?? ''));
    const ended = new Promise<void>((resolve, reject) => {
      client.on('error', reject);
      client.on('end', resolve);
    });
    // Connecting tells of its failure itself.
    ended.catch(() => undefined);
    this.client = client;
    try {
      await client.connect();
      for (const name of this.alarms.keys()) await client.query(listenTo(name));
      connected();
      this.ringAll();
      await ended;
    } finally {
      this.client = null;
      await client.end().catch(() => undefined);
    }
  }

  private ring(channel: string, text: string): void {
    for (const alarm of this.alarms.get(channel)?.get(text) ?? []) alarm.ring();
  }

  private ringAll(): void {
    for (const byText of this.alarms.values()) {
      for (const alarms of byText.values()) for (const alarm of alarms) alarm.ring();
    }
  }
}

function listenTo(channel: string): string {
  return `LISTEN "${channel}"`;
}
