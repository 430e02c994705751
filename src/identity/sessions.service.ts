import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull, MoreThan, Not } from 'typeorm';
import { Clock, daysAfter } from '../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../platform/graphql/connection.js';
import { DomainError, found } from '../platform/graphql/errors.js';
import { newId } from '../platform/id.js';
import { insert } from '../platform/insert.js';
import { Account } from './account.entity.js';
import { Passwords } from './passwords.js';
import { Person } from './person.entity.js';
import { idleDays, Session } from './session.entity.js';
import type { Origin } from './session-cookie.js';
import { hashToken, newToken } from './session-token.js';
import type { SignInInput } from './sessions.types.js';
import { Throttle } from './throttle.js';
import type { Viewer } from './viewer.js';
import { findViewer } from './viewer.sql.js';

/** A new session with its token, which nobody can tell again later. */
export interface OpenedSession {
  session: Session;
  token: string;
}

const longestClient = 200;

/**
 * Signing in and out. Neither takes an idempotency key: a retry of a sign-in could not be given its token again,
 * for that is not kept; signing out twice does no harm.
 */
@Injectable()
export class SessionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
  ) {}

  /**
   * An address without an account costs and answers the same as a wrong password.
   * @throws DomainError WRONG_CREDENTIALS, TOO_MANY_ATTEMPTS
   */
  async signIn(input: SignInInput, origin: Origin): Promise<OpenedSession> {
    const attempt = await this.throttle.admit('sign_in', input.email, origin.address);
    const account = await this.findAccount(input.email);
    const fits = await this.passwords.verify(account?.passwordHash ?? null, input.password);
    if (!account || !fits) throw wrongCredentials();
    const opened = await this.dataSource.transaction(async (manager) => {
      // A password that is changed at this very moment must not leave a session of the old one behind.
      const { id, passwordHash } = account;
      const lock = { mode: 'for_no_key_update' } as const;
      if (!(await manager.findOne(Account, { where: { id, passwordHash }, lock }))) throw wrongCredentials();
      return this.open(manager, account, origin);
    });
    await attempt.succeeded();
    return opened;
  }

  /** The account of an e-mail address, whatever its capitals; null when there is none. */
  findAccount(email: string): Promise<Account | null> {
    return this.dataSource
      .getRepository(Account)
      .createQueryBuilder('account')
      .innerJoin(Person, 'person', 'person.id = account.personId')
      .where('person.email = :email', { email })
      .getOne();
  }

  async open(manager: EntityManager, account: Account, { client }: Origin): Promise<OpenedSession> {
    const token = newToken();
    const now = this.clock.now();
    const session = await insert(manager, Session, {
      id: newId(),
      accountId: account.id,
      tokenHash: hashToken(token),
      client: client?.slice(0, longestClient) ?? null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: daysAfter(now, idleDays),
      revokedAt: null,
    });
    return { session, token };
  }

  /** Who has just signed in, as every later request of the session will find him. */
  async viewerOf({ token }: OpenedSession): Promise<Viewer> {
    const viewer = await findViewer(this.dataSource, hashToken(token), this.clock.now());
    if (!viewer) throw new Error('A session that was just opened is not live.');
    return viewer;
  }

  /** The live sessions of the viewer's account, the latest sign-in first. */
  list(viewer: Viewer, page: PageArguments): Promise<Connection<Session>> {
    const sessions = this.dataSource.getRepository(Session).createQueryBuilder('session');
    return paginate(sessions.where(this.live(viewer.accountId)), page, { property: 'createdAt', direction: 'DESC' });
  }

  /** @throws DomainError NOT_FOUND for a session that has ended, is somebody else's or never was */
  async revoke(viewer: Viewer, sessionId: string): Promise<Session> {
    const manager = this.dataSource.manager;
    const session = found(
      await manager.findOneBy(Session, { ...this.live(viewer.accountId), id: sessionId }),
      'session',
      'sessionId',
    );
    session.revokedAt = this.clock.now();
    return manager.save(session);
  }

  /** Ends all live sessions of an account, but for one if it is given. */
  async revokeAll(manager: EntityManager, accountId: string, exceptId?: string): Promise<void> {
    const others = exceptId ? { id: Not(exceptId) } : {};
    await manager.update(Session, { ...this.live(accountId), ...others }, { revokedAt: this.clock.now() });
  }

  private live(accountId: string) {
    return { accountId, revokedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) };
  }
}

export function wrongCredentials(...field: string[]): DomainError {
  return new DomainError('WRONG_CREDENTIALS', 'The e-mail address and the password do not belong together.', field);
}
