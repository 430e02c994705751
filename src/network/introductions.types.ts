import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { connectionOf } from '../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../platform/graphql/payload.js';
import { DateScalar, UuidScalar } from '../platform/graphql/scalars.js';
import { SeveralLines } from '../platform/graphql/text.js';
import { ConsentBasis, Introduction } from './introduction.entity.js';

export const IntroductionConnection = connectionOf(Introduction);

@InputType({ description: 'Somebody who is introduced: exactly one of a contact and a person of the clubs.' })
export class PartyInput {
  @Field(() => UuidScalar, { nullable: true, description: 'A contact whose details the viewer sees.' })
  contactId: string | null = null;

  @Field(() => UuidScalar, { nullable: true, description: "A person of the clubs, of the viewer's networks." })
  personId: string | null = null;
}

@InputType({
  description:
    'Who made an introduction: a member (`personId`); or a contact (`contactId`), who was introduced to the beneficiary himself (`parentId`) or was asked by a member (`askerId`).',
})
export class IntroducerInput {
  @Field(() => UuidScalar, { nullable: true, description: 'The member who made it.' })
  personId: string | null = null;

  @Field(() => UuidScalar, { nullable: true, description: 'The contact who made it.' })
  contactId: string | null = null;

  @Field(() => UuidScalar, { nullable: true, description: 'The member who asked his own contact to make it.' })
  askerId: string | null = null;

  @Field(() => UuidScalar, {
    nullable: true,
    description: 'The earlier introduction by which that contact was introduced to the beneficiary.',
  })
  parentId: string | null = null;
}

@InputType({ description: 'An introduction without a need behind it. With a need, give a referral.' })
export class RecordIntroductionInput extends RecordingInput {
  @Field(() => UuidScalar, { nullable: true, description: 'The member it served; null for the viewer himself.' })
  beneficiaryId: string | null = null;

  @Field({ description: 'Who was introduced.' })
  @ValidateNested()
  @Type(() => PartyInput)
  introduced: PartyInput;

  @Field({ description: 'Who made it.' })
  @ValidateNested()
  @Type(() => IntroducerInput)
  introducer: IntroducerInput;

  @Field(() => DateScalar, { nullable: true, description: 'The day it happened, not in the future; null for today.' })
  happenedOn: string | null = null;

  @Field(() => ConsentBasis, { description: "On what basis the contact's details are passed on." })
  consentBasis: ConsentBasis;
}

@InputType({
  description: 'An earlier introduction that had been forgotten: it goes between one and what is above it.',
})
export class InsertIntroductionInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The recorded introduction that the forgotten one led to.' })
  introductionId: string;

  @Field(() => UuidScalar, {
    description: 'The contact who had been introduced first, and who then made the recorded introduction.',
  })
  contactId: string;

  @Field(() => UuidScalar, {
    nullable: true,
    description: 'The member who had introduced that contact; null for whoever made the recorded introduction so far.',
  })
  introducerId: string | null = null;
}

@InputType({ description: 'The right introducer of an introduction that was recorded with a wrong one.' })
export class CorrectIntroductionInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The introduction to correct.' })
  introductionId: string;

  @Field({ description: 'Who made it in truth.' })
  @ValidateNested()
  @Type(() => IntroducerInput)
  introducer: IntroducerInput;

  @Field({ description: 'Why it is corrected, from 1 to 500 characters.' })
  @SeveralLines(500)
  reason: string;
}

@ObjectType({ description: 'The answer to an act on an introduction.' })
export class IntroductionPayload extends Payload {
  @Field(() => Introduction, { nullable: true, description: 'The introduction as it is now; null when refused.' })
  introduction?: Introduction;
}

@ObjectType({ description: 'What the viewer may do with an introduction.' })
export class IntroductionAbilities {
  /** For the fields that later modules add. */
  introduction: Introduction;

  @Field({ description: 'Insert a forgotten one above it, or correct who made it.' })
  correctChain: boolean;

  @Field({
    description: "State on what basis the contact's details are passed on, take it back, or ask him by a link.",
  })
  stateConsent: boolean;
}
