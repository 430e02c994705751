import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../platform/graphql/errors.js';
import { DateScalar, DateTimeScalar, UuidScalar } from '../platform/graphql/scalars.js';
import { canReach, isTakenUp, needsReason, ReferralStage } from './referral-stage.js';

/** An introduction with a need behind it and a follow-up to do; without one when the giver is the prospect. */
@Entity('referrals')
@ObjectType({ description: 'An introduction with a need behind it and a follow-up to do, from a member to a member.' })
export class Referral {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the referral.' })
  id: string;

  /** The giver's club. */
  @Column('uuid')
  clubId: string;

  @Column('uuid')
  giverMembershipId: string;

  @Column('uuid')
  giverId: string;

  @Column('uuid')
  receiverClubId: string;

  @Column('uuid')
  receiverMembershipId: string;

  @Column('uuid')
  receiverId: string;

  /** Null for an inside referral. */
  @Column('uuid', { nullable: true })
  introductionId: string | null;

  @Column('text')
  @Field({ description: 'What the prospect needs.' })
  need: string;

  @Column('smallint')
  @Field(() => Int, {
    description:
      'How warm it is: 1 name only, 2 they know you may call, 3 they asked for you, 4 introduced by call or mail, 5 introduced in person.',
  })
  warmth: number;

  @Column('enum', { enum: ReferralStage, enumName: 'referral_stage' })
  @Field(() => ReferralStage, { description: 'How far it has come.' })
  stage: ReferralStage;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  givenAt: Date;

  @Column('date')
  @Field(() => DateScalar, { description: "The day it was given, in the time zone of the receiver's club." })
  givenOn: string;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, {
    description: "By when the receiver makes a first contact: what he promised, or else his club's target.",
  })
  promisedFor: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the receiver promised; null while only the club's target stands.",
  })
  promisedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the first contact was made; null before it.' })
  firstContactAt: Date | null;

  /** The target of the receiver's club when it was given, in hours. */
  @Column('smallint')
  targetHours: number;

  /** Whether the giver himself is the prospect. */
  get inside(): boolean {
    return this.introductionId === null;
  }

  /** @throws DomainError ALREADY_CONTACTED, DATE_OUT_OF_RANGE */
  promise(promisedFor: Date, now: Date): void {
    if (this.firstContactAt !== null || this.stage !== 'suspect') {
      throw new DomainError('ALREADY_CONTACTED', 'A promise is made before the first contact.', ['referralId']);
    }
    if (promisedFor < now) {
      throw new DomainError('DATE_OUT_OF_RANGE', 'A promise is about the future.', ['promisedFor']);
    }
    this.promisedFor = promisedFor;
    this.promisedAt = now;
  }

  /** @throws DomainError ALREADY_CONTACTED, DATE_OUT_OF_RANGE */
  recordFirstContact(contactedAt: Date, now: Date): void {
    if (this.firstContactAt !== null) {
      throw new DomainError('ALREADY_CONTACTED', 'The first contact is recorded already.', ['referralId']);
    }
    if (contactedAt < this.givenAt || contactedAt > now) {
      throw new DomainError('DATE_OUT_OF_RANGE', 'The contact was after giving and not in the future.', [
        'contactedAt',
      ]);
    }
    this.firstContactAt = contactedAt;
  }

  /**
   * Moves it to a stage; taking it up is a first contact if none was recorded.
   * @throws DomainError STAGE_NOT_REACHABLE, REASON_REQUIRED
   */
  moveTo(stage: ReferralStage, reason: string | null, now: Date): void {
    if (!canReach(this.stage, stage)) {
      throw new DomainError('STAGE_NOT_REACHABLE', `A referral does not go from ${this.stage} to ${stage}.`, ['to']);
    }
    if (needsReason(this.stage, stage) && reason === null) {
      throw new DomainError('REASON_REQUIRED', 'Say why.', ['note']);
    }
    this.stage = stage;
    if (isTakenUp(stage)) this.firstContactAt ??= now;
  }
}
