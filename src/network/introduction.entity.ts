import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Party } from '../contacts/human.js';
import { describedEnum } from '../platform/graphql/enum.js';
import { DateScalar, DateTimeScalar, UuidScalar } from '../platform/graphql/scalars.js';
import { degreeOf, type Link, rootOf } from './chain.js';

export const ConsentBasis = describedEnum('ConsentBasis', "On what basis a contact's details may be passed on.", {
  ASKED_AND_AGREED: 'The contact was asked and agreed.',
  EXISTING_REQUEST: 'The contact asked for it himself.',
  PUBLIC_BUSINESS_DETAILS: 'The details are public business details.',
  NONE_YET: 'There is no basis yet: the receiver sees only role and need.',
});
export type ConsentBasis = (typeof ConsentBasis)[keyof typeof ConsentBasis];

/** What is said of a consent, as far as the introduction itself holds it. */
export interface ConsentState {
  basis: ConsentBasis;
  /** Null for the contact himself. */
  statedById: string | null;
  statedAt: Date;
  /** Null when it has no end. */
  expiresAt: Date | null;
  outcomeBack: boolean;
}

/**
 * An edge of the circle: somebody introduced a human to a member, the beneficiary. Who made it, and what hangs
 * above it, is said when it is recorded; degree and root are derived from that (chain.ts) and never typed.
 */
@Entity('introductions')
@ObjectType({ description: 'Somebody was introduced to a member, the beneficiary. It may spring from an earlier one.' })
export class Introduction implements Link {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the introduction.' })
  id: string;

  @Column('uuid')
  beneficiaryId: string;

  @Column('uuid', { nullable: true })
  introducedContactId: string | null;

  @Column('uuid', { nullable: true })
  introducedPersonId: string | null;

  @Column('uuid', { nullable: true })
  introducerId: string | null;

  @Column('uuid', { nullable: true })
  introducerContactId: string | null;

  @Column('uuid', { nullable: true })
  askerId: string | null;

  @Column('uuid', { nullable: true })
  parentId: string | null;

  @Column('uuid')
  rootId: string;

  @Column('smallint')
  @Field(() => Int, {
    description: 'How many hops the introduced one is from the beneficiary: 2 when a fellow member introduced him.',
  })
  degree: number;

  @Column('date')
  @Field(() => DateScalar, { description: "The day it happened, in the time zone of the beneficiary's club." })
  happenedOn: string;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the beneficiary took it up; null while a referral given with it has not been.',
  })
  acceptedAt: Date | null;

  @Column('uuid')
  recordedById: string;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;

  @Column('enum', { enum: ConsentBasis, enumName: 'consent_basis' })
  @Field(() => ConsentBasis, { description: "On what basis the contact's details may be passed on." })
  consentBasis: ConsentBasis;

  /** Null when the contact himself said it. */
  @Column('uuid', { nullable: true })
  consentById: string | null;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When the basis was stated.' })
  consentAt: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the basis ends; null when it does not.' })
  consentExpiresAt: Date | null;

  /** Whether the contact agrees that who introduced him hears what came of it: not only that it closed, also the sum. */
  @Column('boolean')
  @Field({
    description:
      'Whether the contact agrees that who introduced him hears what came of it; if not, they hear that it closed, and nothing of amounts.',
  })
  outcomeBack: boolean;

  get introduced(): Party {
    return { contactId: this.introducedContactId, personId: this.introducedPersonId };
  }

  /** Hangs it into its chain, and derives degree and root from the place. */
  hang(link: Link, parent: Introduction | null): void {
    this.introducerId = link.introducerId;
    this.introducerContactId = link.introducerContactId;
    this.askerId = link.askerId;
    this.parentId = link.parentId;
    this.degree = degreeOf(link, parent);
    this.rootId = rootOf(link, parent);
  }

  /** What was said last of the consent is what holds. */
  takeConsent({ basis, statedById, statedAt, expiresAt, outcomeBack }: ConsentState): void {
    this.consentBasis = basis;
    this.consentById = statedById;
    this.consentAt = statedAt;
    this.consentExpiresAt = expiresAt;
    this.outcomeBack = outcomeBack;
  }

  /** Whether there is a basis at an instant on which the details are passed on. */
  isOpenAt(instant: Date): boolean {
    return this.consentBasis !== 'none_yet' && (this.consentExpiresAt === null || this.consentExpiresAt > instant);
  }

  /** The first acceptance counts: it decides which of two introductions of one human is a deal's origin. */
  accept(now: Date): void {
    this.acceptedAt ??= now;
  }
}
