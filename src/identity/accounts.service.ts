import { Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { DataSource, type EntityManager } from 'typeorm';
import { ActivityService } from '../activity/activity.service.js';
import { Afterwards } from '../platform/afterwards.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/graphql/errors.js';
import { newId } from '../platform/id.js';
import { insert } from '../platform/insert.js';
import { Mail } from '../platform/mail.js';
import { Account } from './account.entity.js';
import { AccountLinks } from './account-links.js';
import { passwordResetMail } from './account-mail.js';
import type { ChangePasswordInput, ResetPasswordInput } from './accounts.types.js';
import { Passwords } from './passwords.js';
import { Person } from './person.entity.js';
import type { Origin } from './session-cookie.js';
import { SessionsService, wrongCredentials } from './sessions.service.js';
import { Throttle } from './throttle.js';
import type { Viewer } from './viewer.js';

export interface Registration {
  givenName: string;
  familyName: string;
  email: string;
  password: string;
  /** BCP 47 in Dutch, English or French, such as nl-BE. */
  locale: string;
}

/**
 * Accounts and their passwords. These acts take no idempotency key: its row would keep a fast hash of the
 * password, and their links work once anyway.
 */
@Injectable()
export class AccountsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
    private readonly links: AccountLinks,
    private readonly sessions: SessionsService,
    private readonly mail: Mail,
    private readonly afterwards: Afterwards,
    private readonly activity: ActivityService,
  ) {}

  /**
   * A new person with an account. Only the command line does this; everybody else is invited.
   * @throws DomainError INVALID, PASSWORD_TOO_WEAK; QueryFailedError `persons_email_is_used_once`
   */
  async register(manager: EntityManager, registration: Registration): Promise<Person> {
    const { password, ...details } = registration;
    if (!isEmail(details.email)) throw new DomainError('INVALID', 'This is no e-mail address.', ['email']);
    const passwordHash = await this.passwords.choose(password, details.email, 'password');
    const person = await insert(manager, Person, {
      ...details,
      id: newId(),
      phone: null,
      createdAt: this.clock.now(),
    });
    await this.open(manager, person, passwordHash);
    return person;
  }

  /** Opens the account of a person. It is his own act: he chose the password. */
  async open(manager: EntityManager, person: Person, passwordHash: string): Promise<Account> {
    const now = this.clock.now();
    const account = await insert(manager, Account, {
      id: newId(),
      personId: person.id,
      passwordHash,
      createdAt: now,
      passwordChangedAt: now,
    });
    await this.record(manager, person.id, 'account.opened', account);
    return account;
  }

  /**
   * Whether there is such an account is found out after the answer, so that neither it nor its time tells.
   * @throws DomainError TOO_MANY_ATTEMPTS
   */
  async requestPasswordReset(email: string, origin: Origin): Promise<void> {
    await this.throttle.admit('password_reset', email, origin.address);
    this.afterwards.run('mail a password reset link', () => this.mailResetLink(email));
  }

  /** @throws DomainError TOKEN_INVALID, PASSWORD_TOO_WEAK */
  async resetPassword(input: ResetPasswordInput): Promise<void> {
    const person = await this.links.personOf('password_reset', input.token);
    const passwordHash = await this.passwords.choose(input.newPassword, person.email, 'newPassword');
    await this.dataSource.transaction(async (manager) => {
      await this.links.use(manager, 'password_reset', input.token);
      const account = await manager.findOneByOrFail(Account, { personId: person.id });
      await manager.update(Account, { id: account.id }, { passwordHash, passwordChangedAt: this.clock.now() });
      await this.sessions.revokeAll(manager, account.id);
      await this.record(manager, person.id, 'account.password_reset', account);
    });
  }

  /**
   * Ends every other session, and links that were mailed before.
   * @throws DomainError WRONG_CREDENTIALS, TOO_MANY_ATTEMPTS, PASSWORD_TOO_WEAK
   */
  async changePassword(viewer: Viewer, input: ChangePasswordInput, origin: Origin): Promise<Account> {
    const person = await this.dataSource.manager.findOneByOrFail(Person, { id: viewer.personId });
    const account = await this.dataSource.manager.findOneByOrFail(Account, { id: viewer.accountId });
    const attempt = await this.throttle.admit('sign_in', person.email, origin.address);
    const known = account.passwordHash;
    if (!(await this.passwords.verify(known, input.currentPassword))) throw wrongCredentials('currentPassword');
    await attempt.succeeded();
    const passwordHash = await this.passwords.choose(input.newPassword, person.email, 'newPassword');
    return this.dataSource.transaction(async (manager) => {
      const change = { passwordHash, passwordChangedAt: this.clock.now() };
      const { affected } = await manager.update(Account, { id: account.id, passwordHash: known }, change);
      if (affected !== 1) throw wrongCredentials('currentPassword');
      await this.sessions.revokeAll(manager, account.id, viewer.sessionId);
      await this.links.end(manager, person.id, 'password_reset');
      await this.record(manager, person.id, 'account.password_changed', account);
      return Object.assign(account, change);
    });
  }

  private async mailResetLink(email: string): Promise<void> {
    const account = await this.sessions.findAccount(email);
    if (!account) return;
    const person = await this.dataSource.manager.findOneByOrFail(Person, { id: account.personId });
    const link = await this.dataSource.transaction((manager) => this.links.issue(manager, person.id, 'password_reset'));
    await this.mail.send(passwordResetMail(person, link));
  }

  private record(manager: EntityManager, actorId: string, verb: `account.${string}`, account: Account): Promise<void> {
    return this.activity.record(manager, { actorId, verb, subject: account });
  }
}
