import { ArgsType, Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { connectionOf, PageArguments } from '../../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../../platform/graphql/payload.js';
import { DateScalar, DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import { OneLine, SeveralLines } from '../../platform/graphql/text.js';
import { OneToOne } from './one-to-one.entity.js';
import { OneToOneState } from './one-to-one-state.js';

export const OneToOneConnection = connectionOf(OneToOne);

@ArgsType()
export class OneToOneArguments extends PageArguments {
  @Field(() => OneToOneState, { nullable: true, description: 'Only those in this state; null for all.' })
  state: OneToOneState | null = null;
}

@InputType({ isAbstract: true })
abstract class ProposalInput extends RecordingInput {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When to meet, at most a year ahead; null to leave it open.',
  })
  startsAt: Date | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'Where to meet, from 1 to 200 characters; null to leave it open.',
  })
  @IsOptional()
  @OneLine(200)
  place: string | null = null;

  @Field(() => String, { nullable: true, description: 'A word with it, from 1 to 1000 characters; null for none.' })
  @IsOptional()
  @SeveralLines(1000)
  message: string | null = null;
}

@InputType({ description: 'A proposal to meet.' })
export class ProposeOneToOneInput extends ProposalInput {
  @Field(() => UuidScalar, {
    description: "The person to meet, with a seat today in a club of the viewer's network.",
  })
  partnerId: string;
}

@InputType({ description: 'Another proposal in place of the one that stands, whole.' })
export class RescheduleOneToOneInput extends ProposalInput {
  @Field(() => UuidScalar, { description: 'The one-to-one, proposed or accepted.' })
  oneToOneId: string;
}

@InputType({ description: 'A yes to a proposal.' })
export class AcceptOneToOneInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The one-to-one, proposed to the viewer.' })
  oneToOneId: string;
}

@InputType({ description: 'A no to a proposal. It needs no reason.' })
export class DeclineOneToOneInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The one-to-one, proposed to the viewer.' })
  oneToOneId: string;
}

@InputType({ description: 'A one-to-one that will not be held.' })
export class CancelOneToOneInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The one-to-one, proposed or accepted.' })
  oneToOneId: string;
}

@InputType({ description: 'A one-to-one that was held, as proposed or without a proposal: one of the two keys.' })
export class RecordOneToOneInput extends RecordingInput {
  @Field(() => UuidScalar, {
    nullable: true,
    description: 'The one-to-one, proposed or accepted; null when `partnerId` is given.',
  })
  oneToOneId: string | null = null;

  @Field(() => UuidScalar, {
    nullable: true,
    description:
      'The person he met; null when `oneToOneId` is given. If one with him is proposed or accepted, without a time or for that day or before, it is the one that was held.',
  })
  partnerId: string | null = null;

  @Field(() => DateScalar, {
    description:
      "The day on which they met, not in the future by the viewer's club and at most 90 days ago; both had seats then.",
  })
  heldOn: string;
}

@InputType({ description: 'A record of a one-to-one that was made by mistake.' })
export class WithdrawOneToOneInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The one-to-one that is held, recorded at most seven days ago.' })
  oneToOneId: string;

  @Field({ description: 'Why, from 1 to 500 characters.' })
  @SeveralLines(500)
  reason: string;
}

@ObjectType({ description: 'The answer to an act on a one-to-one.' })
export class OneToOnePayload extends Payload {
  @Field(() => OneToOne, { nullable: true, description: 'The one-to-one as it is now; null when the act was refused.' })
  oneToOne?: OneToOne;
}

@ObjectType({ description: 'What the viewer may do with a one-to-one of his in the state it is in.' })
export class OneToOneAbilities {
  @Field({ description: 'Accept it.' })
  accept: boolean;

  @Field({ description: 'Decline it.' })
  decline: boolean;

  @Field({ description: 'Cancel it.' })
  cancel: boolean;

  @Field({ description: 'Propose something else in its place.' })
  reschedule: boolean;

  @Field({ description: 'Record that it was held.' })
  record: boolean;

  @Field({ description: 'Withdraw the record of it.' })
  withdraw: boolean;
}

/** A one-to-one as the clubs of the two see it. Its rows are those of `OneToOne`. */
@ObjectType({ description: 'That two people met, and when: all that a club sees of a one-to-one.' })
export class HeldOneToOne {
  id: string;

  @Field(() => DateScalar, { description: 'The civil day on which they met.' })
  heldOn: string;
}

export const HeldOneToOneConnection = connectionOf(HeldOneToOne);
