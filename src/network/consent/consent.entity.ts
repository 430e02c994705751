import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { describedEnum } from '../../platform/graphql/enum.js';
import { DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import { ConsentBasis } from '../introduction.entity.js';

export const ConsentKind = describedEnum('ConsentKind', 'What somebody did when he said something of a consent.', {
  STATED: 'A member stated on what basis the details are passed on.',
  AGREED: 'The contact agreed himself, by his link.',
  DECLINED: 'The contact said no himself, by his link.',
  WITHDRAWN: 'The contact, or a member for him, took it back.',
});
export type ConsentKind = (typeof ConsentKind)[keyof typeof ConsentKind];

export const WithdrawalReason = describedEnum('WithdrawalReason', 'Why a member takes a consent back.', {
  CONTACT_ASKED: 'The contact asked for it.',
  NO_LONGER_NEEDED: 'Nothing will come of the introduction.',
  STATED_IN_ERROR: 'There had been no such basis.',
});
export type WithdrawalReason = (typeof WithdrawalReason)[keyof typeof WithdrawalReason];

/**
 * One thing said of the consent of an introduction. Never changed, never deleted; the last of them is what holds, and
 * stands on the introduction too. It holds nothing of the contact himself, so that erasing him leaves it whole.
 */
@Entity('consents')
@ObjectType({ description: 'One thing said of the consent of an introduction; the last of them is what holds.' })
export class Consent {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the statement.' })
  id: string;

  @Column('uuid')
  introductionId: string;

  @Column('enum', { enum: ConsentKind, enumName: 'consent_kind' })
  @Field(() => ConsentKind, { description: 'What was done.' })
  kind: ConsentKind;

  @Column('enum', { enum: ConsentBasis, enumName: 'consent_basis' })
  @Field(() => ConsentBasis, { description: 'On what basis the details are passed on since then.' })
  basis: ConsentBasis;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'The version of the wording the contact agreed to; null for what he did not agree to himself.',
  })
  textVersion: string | null;

  @Column('boolean')
  @Field({ description: "Whether the beneficiary sees the contact's details since then." })
  detailsForward: boolean;

  @Column('boolean')
  @Field({ description: 'Whether who introduced him hears what came of it since then.' })
  outcomeBack: boolean;

  /** Null for the contact himself. */
  @Column('uuid', { nullable: true })
  statedById: string | null;

  /** The link by which the contact spoke; null for a member. */
  @Column('uuid', { nullable: true })
  linkId: string | null;

  @Column('enum', { enum: WithdrawalReason, enumName: 'withdrawal_reason', nullable: true })
  @Field(() => WithdrawalReason, {
    nullable: true,
    description: 'Why a member took it back; null when he does not say, and for all else.',
  })
  reason: WithdrawalReason | null;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it was said.' })
  statedAt: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ends; null when it does not.' })
  expiresAt: Date | null;

  @Field({ description: 'Whether the contact said it himself.' })
  get byContact(): boolean {
    return this.statedById === null;
  }
}
