import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsOptional, Matches, ValidateNested } from 'class-validator';
import { Person } from '../identity/person.entity.js';
import { connectionOf } from '../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../platform/graphql/payload.js';
import { CurrencyCodeScalar, DateScalar, DecimalScalar, UuidScalar } from '../platform/graphql/scalars.js';
import { OneLine, SeveralLines } from '../platform/graphql/text.js';
import { Money } from '../platform/money.js';
import { AmountVisibility, Deal } from './deal.entity.js';
import { DealAdjustment } from './deal-adjustment.entity.js';
import { Thanks } from './thanks.entity.js';

export const DealConnection = connectionOf(Deal);
export const DealAdjustmentConnection = connectionOf(DealAdjustment);
export const ThanksConnection = connectionOf(Thanks);

@InputType({ description: 'Who bought: exactly one of a contact, a person of the clubs and a visitor.' })
export class BuyerInput {
  @Field(() => UuidScalar, { nullable: true, description: 'A contact whose details the viewer sees.' })
  contactId: string | null = null;

  @Field(() => UuidScalar, { nullable: true, description: 'A person of the clubs, or his own company.' })
  personId: string | null = null;

  @Field(() => UuidScalar, { nullable: true, description: "A visitor who came to a meeting of the viewer's club." })
  visitorId: string | null = null;
}

@InputType({ description: 'Closed business of the viewer.' })
export class RecordDealInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The club in whose seat the viewer made the deal.' })
  clubId: string;

  @Field(() => BuyerInput, { nullable: true, description: 'Who bought; null for the prospect of the referral.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => BuyerInput)
  buyer: BuyerInput | null = null;

  @Field(() => UuidScalar, {
    nullable: true,
    description: 'The referral it came from, which becomes a customer by it; null when there was none.',
  })
  referralId: string | null = null;

  @Field(() => DecimalScalar, { description: 'The amount, above zero.' })
  @Matches(/^\d/, { message: 'amount must be above zero' })
  amount: string;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: "Its currency; null for the club's." })
  currency: string | null = null;

  @Field(() => DateScalar, { nullable: true, description: 'The day of the deal, not in the future; null for today.' })
  closedOn: string | null = null;

  @Field({ description: 'What was sold, from 1 to 500 characters. Only the seller sees it.' })
  @SeveralLines(500)
  description: string;

  @Field(() => AmountVisibility, {
    defaultValue: AmountVisibility.EXACT,
    description: 'How much of the amount those credited with it may see.',
  })
  amountVisibility: AmountVisibility = 'exact';
}

@InputType({ isAbstract: true })
abstract class DealInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The deal.' })
  dealId: string;
}

@InputType({ description: 'A change of the amount of a deal: a new row on its own day.' })
export class AdjustDealInput extends DealInput {
  @Field(() => DecimalScalar, { description: 'What is added, in the currency of the deal; negative for a refund.' })
  amount: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day it counts on, not in the future; null for today.' })
  adjustedOn: string | null = null;

  @Field({ description: 'Why, from 1 to 500 characters.' })
  @SeveralLines(500)
  reason: string;
}

@InputType({ description: "One member's share of the credit." })
export class CreditShareInput {
  @Field(() => UuidScalar, { description: 'The member.' })
  personId: string;

  @Field(() => DecimalScalar, { description: 'His share in percent, above 0, with at most two decimals.' })
  percent: string;
}

@InputType({ description: 'How the credit for a deal is shared. It replaces an earlier split.' })
export class SplitCreditInput extends DealInput {
  @Field(() => [CreditShareInput], { description: 'From 1 to 10 shares that sum to exactly 100 percent.' })
  @ValidateNested({ each: true })
  @Type(() => CreditShareInput)
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ArrayUnique((share: CreditShareInput) => share.personId, { message: 'shares must name each member once' })
  shares: CreditShareInput[];
}

@InputType({ description: 'Thanks for a deal.' })
export class ThankForDealInput extends DealInput {
  @Field(() => UuidScalar, { nullable: true, description: 'The member to thank; null for the root of the chain.' })
  personId: string | null = null;

  @Field({ description: 'What to say, from 1 to 500 characters.' })
  @OneLine(500)
  message: string;
}

@ObjectType({ description: 'The answer to an act on a deal.' })
export class DealPayload extends Payload {
  @Field(() => Deal, { nullable: true, description: 'The deal as it is now; null when the act was refused.' })
  deal?: Deal;
}

@ObjectType({ description: "A member's credit for a deal." })
export class Credit {
  @Field(() => Person, { description: 'The member.' })
  person: Person;

  @Field(() => DecimalScalar, { description: 'His share in percent.' })
  percent: string;

  @Field(() => Money, {
    nullable: true,
    description: 'His part of the amount with all adjustments; null when the viewer may not see the amount.',
  })
  amount: Money | null;
}

@ObjectType({ description: 'What the viewer may do with a deal.' })
export class DealAbilities {
  @Field({ description: 'Adjust it, split the credit, thank for it.' })
  change: boolean;
}
