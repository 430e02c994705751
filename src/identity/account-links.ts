import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull, MoreThan } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/graphql/errors.js';
import { newId } from '../platform/id.js';
import { insert } from '../platform/insert.js';
import { publicUrl, SETTINGS, type Settings } from '../platform/settings.js';
import { AccountToken, type AccountTokenKind } from './account-token.entity.js';
import { Person } from './person.entity.js';
import { hashToken, newToken } from './session-token.js';

const hourMilliseconds = 3_600_000;

const kinds: Record<AccountTokenKind, { path: string; hours: number }> = {
  invitation: { path: 'invitation', hours: 14 * 24 },
  password_reset: { path: 'password-reset', hours: 1 },
};

/** The links that are mailed to a person: each works once, until it expires, and a newer one ends the older. */
@Injectable()
export class AccountLinks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** A new link, whole: `<public url>/invitation/<token>` or `<public url>/password-reset/<token>`. */
  async issue(manager: EntityManager, personId: string, kind: AccountTokenKind): Promise<string> {
    const token = newToken();
    const createdAt = this.clock.now();
    const { path, hours } = kinds[kind];
    await this.end(manager, personId, kind);
    await insert(manager, AccountToken, {
      id: newId(),
      personId,
      kind,
      tokenHash: hashToken(token),
      createdAt,
      expiresAt: new Date(createdAt.getTime() + hours * hourMilliseconds),
      usedAt: null,
    });
    return `${publicUrl(this.settings)}/${path}/${token}`;
  }

  /**
   * Whose live link it is. Asked before a password is hashed, so that a wrong link costs nothing and a weak
   * password does not use a right one up.
   * @throws DomainError TOKEN_INVALID
   */
  async personOf(kind: AccountTokenKind, token: string): Promise<Person> {
    const live = { kind, tokenHash: hashToken(token), usedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) };
    const link = await this.dataSource.manager.findOneBy(AccountToken, live);
    if (!link) throw tokenInvalid();
    return this.dataSource.manager.findOneByOrFail(Person, { id: link.personId });
  }

  /**
   * Uses the link up. Of two at once the second waits for the first, and finds it used.
   * @throws DomainError TOKEN_INVALID
   */
  async use(manager: EntityManager, kind: AccountTokenKind, token: string): Promise<void> {
    const now = this.clock.now();
    const live = { kind, tokenHash: hashToken(token), usedAt: IsNull(), expiresAt: MoreThan(now) };
    const { affected } = await manager.update(AccountToken, live, { usedAt: now });
    if (affected !== 1) throw tokenInvalid();
  }

  /** Ends the links of this kind that a person still has. */
  async end(manager: EntityManager, personId: string, kind: AccountTokenKind): Promise<void> {
    const now = this.clock.now();
    await manager.update(
      AccountToken,
      { personId, kind, usedAt: IsNull(), expiresAt: MoreThan(now) },
      { expiresAt: now },
    );
  }
}

function tokenInvalid(): DomainError {
  return new DomainError('TOKEN_INVALID', 'This link was used before, has expired or never existed.', ['token']);
}
