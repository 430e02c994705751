import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { ConsentBasis } from '../network/introduction.entity.js';
import { PartyInput } from '../network/introductions.types.js';
import { connectionOf } from '../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../platform/graphql/payload.js';
import { DateTimeScalar, UuidScalar } from '../platform/graphql/scalars.js';
import { SeveralLines } from '../platform/graphql/text.js';
import { Referral } from './referral.entity.js';
import { ReferralMove } from './referral-move.entity.js';
import { DeclineReason, ReferralStage } from './referral-stage.js';

export const ReferralConnection = connectionOf(Referral);
export const ReferralMoveConnection = connectionOf(ReferralMove);

@InputType({ description: 'A referral to give.' })
export class GiveReferralInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The club from whose seat the viewer gives it.' })
  clubId: string;

  @Field(() => UuidScalar, { description: 'The seat of the receiver, in any club of the network.' })
  receiverMembershipId: string;

  @Field(() => PartyInput, {
    nullable: true,
    description: 'Who has the need; null when it is the giver himself (an inside referral).',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => PartyInput)
  prospect: PartyInput | null = null;

  @Field({ description: 'What the prospect needs, from 1 to 1000 characters.' })
  @SeveralLines(1000)
  need: string;

  @Field(() => Int, {
    description:
      'How warm it is: 1 name only, 2 they know you may call, 3 they asked for you, 4 introduced by call or mail, 5 introduced in person.',
  })
  @IsInt()
  @Min(1)
  @Max(5)
  warmth: number;

  @Field(() => ConsentBasis, {
    description: "On what basis the contact's details are passed on. Without one the receiver sees role and need.",
  })
  consentBasis: ConsentBasis;
}

@InputType({ description: 'A referral that hangs on an introduction there is already.' })
export class ReferFromIntroductionInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The introduction, which the viewer made or asked his contact to make.' })
  introductionId: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What the introduced one needs, up to 1000 characters; null for what the beneficiary sought when he asked for it.',
  })
  @IsOptional()
  @SeveralLines(1000)
  need: string | null = null;

  @Field(() => Int, { description: 'How warm it is, from 1 to 5, as `Referral.warmth` has it.' })
  @IsInt()
  @Min(1)
  @Max(5)
  warmth: number;
}

@InputType({ isAbstract: true })
abstract class ReferralInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The referral.' })
  referralId: string;
}

@InputType({ description: 'By when the receiver will make a first contact.' })
export class PromiseFirstContactInput extends ReferralInput {
  @Field(() => DateTimeScalar, { description: 'The latest moment of the first contact, not in the past.' })
  promisedFor: Date;
}

@InputType({ description: 'That the receiver has been in touch with the prospect.' })
export class RecordFirstContactInput extends ReferralInput {
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was; null for now. Not before it was given.' })
  contactedAt: Date | null = null;
}

@InputType({ description: 'A move of a referral along the funnel, forward or back.' })
export class MoveReferralInput extends ReferralInput {
  @Field(() => ReferralStage, { description: 'Where to: SUSPECT, PROSPECT, HOT_PROSPECT or CUSTOMER.' })
  to: ReferralStage;

  @Field(() => String, {
    nullable: true,
    description: 'What there is to say, up to 1000 characters; needed as the reason when it goes back.',
  })
  @IsOptional()
  @SeveralLines(1000)
  note: string | null = null;
}

@InputType({ description: 'The loss of a referral.' })
export class LoseReferralInput extends ReferralInput {
  @Field({ description: 'Why the prospect will not buy, from 1 to 1000 characters.' })
  @SeveralLines(1000)
  reason: string;
}

@InputType({ description: 'That the receiver does not take a referral up.' })
export class DeclineReferralInput extends ReferralInput {
  @Field(() => DeclineReason, { description: 'Why.' })
  reason: DeclineReason;

  @Field(() => String, { nullable: true, description: 'What there is to add, up to 1000 characters.' })
  @IsOptional()
  @SeveralLines(1000)
  note: string | null = null;
}

@ObjectType({ description: 'The answer to an act on a referral.' })
export class ReferralPayload extends Payload {
  @Field(() => Referral, { nullable: true, description: 'The referral as it is now; null when the act was refused.' })
  referral?: Referral;
}

@ObjectType({ description: 'What the viewer may do with a referral.' })
export class ReferralAbilities {
  @Field({ description: 'Promise, contact, move, lose or decline it.' })
  followUp: boolean;
}
