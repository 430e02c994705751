import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeScalar, UuidScalar } from '../platform/graphql/scalars.js';
import { DeclineReason, ReferralStage } from './referral-stage.js';

/** One dated move of a referral. No move is lost: rows are added, never changed. */
@Entity('referral_moves')
@ObjectType({ description: 'One dated move of a referral from a stage to another.' })
export class ReferralMove {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the move.' })
  id: string;

  @Column('uuid')
  referralId: string;

  @Column('enum', { enum: ReferralStage, enumName: 'referral_stage', nullable: true })
  @Field(() => ReferralStage, { nullable: true, description: 'The stage before; null for the giving itself.' })
  fromStage: ReferralStage | null;

  @Column('enum', { enum: ReferralStage, enumName: 'referral_stage' })
  @Field(() => ReferralStage, { description: 'The stage after.' })
  toStage: ReferralStage;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it moved.' })
  movedAt: Date;

  @Column('uuid')
  movedById: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What was said with it, such as the reason; null without.' })
  note: string | null;

  @Column('enum', { enum: DeclineReason, enumName: 'decline_reason', nullable: true })
  @Field(() => DeclineReason, { nullable: true, description: 'Why it was declined; null for any other move.' })
  declineReason: DeclineReason | null;
}
