import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Afterwards } from '../platform/afterwards.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/graphql/errors.js';
import { newId } from '../platform/id.js';

interface Limit {
  perAccount: number;
  /** Null where the address does not count: many may share the one of a hall. */
  perAddress: number | null;
  windowMinutes: number;
}

/** How many attempts count within a window before more are refused. */
const limits = {
  sign_in: { perAccount: 5, perAddress: 30, windowMinutes: 15 },
  password_reset: { perAccount: 3, perAddress: 30, windowMinutes: 60 },
  // Whoever waits for a meeting to begin may share the address of its hall with all the others.
  registration: { perAccount: 5, perAddress: 60, windowMinutes: 60 },
  // What a contact does by his link; the account is the link.
  contact_page: { perAccount: 20, perAddress: 120, windowMinutes: 60 },
  warm_paths: { perAccount: 60, perAddress: null, windowMinutes: 60 },
  exports: { perAccount: 60, perAddress: null, windowMinutes: 60 },
} as const satisfies Record<string, Limit>;

type Kind = keyof typeof limits;

/** An attempt that was let through. It counts as failed until it is said to have succeeded. */
export interface Attempt {
  /** Forgets this attempt, and those that failed before for the account. */
  succeeded(): Promise<void>;
}

const minuteMilliseconds = 60_000;
const longestWindowMinutes = Math.max(...Object.values(limits).map((limit) => limit.windowMinutes));

/**
 * Slows down who guesses. Attempts count per account, known or not, and per address. An attempt is written down
 * before it is judged: of any number at the same moment no more than the limit see themselves within it.
 */
@Injectable()
export class Throttle {
  private cleanedAt = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly afterwards: Afterwards,
  ) {}

  /**
   * @param account the e-mail address, or the key of a person who is signed in
   * @param address null where it does not count
   * @throws DomainError TOO_MANY_ATTEMPTS, the same for an e-mail address with an account and for one without
   */
  async admit(kind: Kind, account: string, address: string | null): Promise<Attempt> {
    const now = this.clock.now();
    const keys = [`${kind} account ${digest(account.toLowerCase())}`];
    if (address !== null) keys.push(`${kind} address ${networkOf(address)}`);
    const ids = keys.map(() => newId());
    await this.dataSource.query(
      `INSERT INTO sign_in_attempts (id, throttle_key, attempted_at)
       SELECT id, throttle_key, $3 FROM unnest($1::uuid[], $2::text[]) AS attempt (id, throttle_key)`,
      [ids, keys, now],
    );
    this.clean(now);
    if (await this.isWithin(limits[kind], keys, now)) return { succeeded: () => this.forget(ids, keys) };
    // Only what was let through counts; else one who keeps trying would keep the owner out for good.
    await this.dataSource.query('DELETE FROM sign_in_attempts WHERE id = ANY ($1)', [ids]);
    throw new DomainError('TOO_MANY_ATTEMPTS', 'Too many attempts. Try again later.');
  }

  private async isWithin(limit: Limit, keys: string[], now: Date): Promise<boolean> {
    const since = new Date(now.getTime() - limit.windowMinutes * minuteMilliseconds);
    const [count] = await this.dataSource.query<{ account: number; address: number }[]>(
      `SELECT count(*) FILTER (WHERE throttle_key = $1)::int AS account,
              count(*) FILTER (WHERE throttle_key = $2)::int AS address
       FROM sign_in_attempts WHERE throttle_key IN ($1, $2) AND attempted_at > $3`,
      [keys[0], keys[1] ?? null, since],
    );
    if (count === undefined || count.account > limit.perAccount) return false;
    return limit.perAddress === null || count.address <= limit.perAddress;
  }

  private async forget(ids: string[], [accountKey]: string[]): Promise<void> {
    await this.dataSource.query('DELETE FROM sign_in_attempts WHERE id = ANY ($1) OR throttle_key = $2', [
      ids,
      accountKey,
    ]);
  }

  /** Once per longest window and process: what is older than that counts nowhere. */
  private clean(now: Date): void {
    const oldest = now.getTime() - longestWindowMinutes * minuteMilliseconds;
    if (this.cleanedAt > oldest) return;
    this.cleanedAt = now.getTime();
    this.afterwards.run('clean old sign-in attempts', async () => {
      await this.dataSource.query('DELETE FROM sign_in_attempts WHERE attempted_at < $1', [new Date(oldest)]);
    });
  }
}

/** What was typed as an e-mail address may be anything, a password too: it is not kept in clear. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** The address as far as it tells subscribers apart: IPv4 whole, of IPv6 the first 64 bits, for those are one line. */
export function networkOf(address: string): string {
  const [plain = ''] = address.replace(/^::ffff:(?=\d+\.)/i, '').split('%');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = new Array<string>(tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
