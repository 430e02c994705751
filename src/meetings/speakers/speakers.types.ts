import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, defaultPage, maximumPage } from '../../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../../platform/graphql/payload.js';
import { DateScalar, DecimalScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import type { SpeakerFacts } from './propose-speakers.js';
import { Speaker } from './speaker.entity.js';
import { SpeakerSwap } from './speaker-swap.entity.js';

export const SpeakerConnection = connectionOf(Speaker);
export const SpeakerSwapConnection = connectionOf(SpeakerSwap);

@ArgsType()
export class ProposalArguments {
  @Field(() => Int, {
    defaultValue: defaultPage,
    description: `How many to propose at most, from 1 to ${maximumPage}.`,
  })
  first: number = defaultPage;
}

@ObjectType({ description: 'A member whose turn it is to give a feature presentation.' })
export class SpeakerProposal {
  /** For the fields that the resolver adds. */
  facts: SpeakerFacts;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of his last feature presentation in a closed meeting of the club; null when he gave none.',
  })
  lastSpokeOn: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'How many education units he lacks, by the rules in force on that day, to give a feature presentation then; null when he lacks none.',
  })
  educationUnitsMissing: string | null;
}

@InputType({ description: 'Who shall speak in a meeting.' })
export class AssignSpeakerInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The planned or open meeting.' })
  meetingId: string;

  @Field(() => UuidScalar, { description: 'The membership, with a seat and not on leave on the day of the meeting.' })
  membershipId: string;
}

@InputType({ description: 'Who shall not speak in a meeting after all.' })
export class ReleaseSpeakerInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The assignment, of a planned or open meeting.' })
  speakerId: string;
}

@InputType({ description: 'What a speaker asks of another.' })
export class RequestSpeakerSwapInput extends RecordingInput {
  @Field(() => UuidScalar, { description: "The viewer's own assignment, of a planned meeting." })
  speakerId: string;

  @Field(() => UuidScalar, {
    description: 'The assignment of somebody else, of another planned meeting of the same club.',
  })
  withSpeakerId: string;
}

@InputType({ description: 'What the asked says to a swap.' })
export class AnswerSpeakerSwapInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The pending swap.' })
  swapId: string;

  @Field({ description: 'Whether they swap: true changes both meetings at once, false changes nothing.' })
  accept: boolean;
}

@InputType({ description: 'A swap that is not asked for any more.' })
export class WithdrawSpeakerSwapInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The pending swap.' })
  swapId: string;
}

@ObjectType({ description: 'The answer to an act on a swap of speakers.' })
export class SpeakerSwapPayload extends Payload {
  @Field(() => SpeakerSwap, { nullable: true, description: 'The swap as it is now; null when the act was refused.' })
  swap?: SpeakerSwap;
}

@ObjectType({ description: 'What the viewer may do with an assignment as it is now.' })
export class SpeakerAbilities {
  @Field({ description: 'Release him.' })
  release: boolean;

  @Field({ description: 'Ask another speaker to swap: it is his own, and to come.' })
  requestSwap: boolean;
}

@ObjectType({ description: 'What the viewer may do with a swap as it is now.' })
export class SpeakerSwapAbilities {
  @Field({ description: 'Accept or decline it.' })
  answer: boolean;

  @Field({ description: 'Withdraw it.' })
  withdraw: boolean;
}
