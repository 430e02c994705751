import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../../platform/graphql/errors.js';
import { DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.js';

/**
 * The address at which a contact sees what is held of him, and answers for himself. It asks about an introduction or
 * about a request for one, or nothing at all. Only who holds the address can use it.
 */
@Entity('contact_links')
@ObjectType({
  description: 'An address for a contact himself: what is held of him, and his answer. Only its owner sees it.',
})
export class ContactLink {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the link. It is no part of its address.' })
  id: string;

  @Column('uuid')
  contactId: string;

  @Column('uuid', { nullable: true })
  introductionId: string | null;

  /** The request for an introduction it asks about. */
  @Column('uuid', { nullable: true })
  requestId: string | null;

  @Column('uuid')
  createdById: string;

  /** SHA-256 of the token; the token itself is in the address alone. */
  @Column('bytea')
  tokenHash: Buffer;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt: Date;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it ends: 30 days after it was made, 12 months after an answer.' })
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the contact answered its question; null until then.',
  })
  answeredAt: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was revoked, or a newer one took its place, or the contact was erased; null if not.',
  })
  revokedAt: Date | null;

  isLiveAt(now: Date): boolean {
    return this.revokedAt === null && this.expiresAt > now;
  }

  get asks(): boolean {
    return this.introductionId !== null || this.requestId !== null;
  }

  /**
   * The question is answered once. The address then serves until the given instant.
   * @throws DomainError NOTHING_ASKED, ALREADY_ANSWERED
   */
  answer(now: Date, expiresAt: Date): void {
    if (!this.asks) throw new DomainError('NOTHING_ASKED', 'This link asks nothing.', ['token']);
    if (this.answeredAt !== null) {
      throw new DomainError('ALREADY_ANSWERED', 'The question of this link was answered already.', ['token']);
    }
    this.answeredAt = now;
    this.expiresAt = expiresAt;
  }

  /** The first time counts. */
  revoke(now: Date): void {
    this.revokedAt ??= now;
  }
}
