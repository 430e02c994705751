import { ArgsType, Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { connectionOf, PageArguments } from '../../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../../platform/graphql/payload.js';
import { UuidScalar } from '../../platform/graphql/scalars.js';
import { OneLine } from '../../platform/graphql/text.js';
import { Presentation, PresentationFocus, PresentationKind } from './presentation.entity.js';

export const PresentationConnection = connectionOf(Presentation);

@ArgsType()
export class MeetingPresentationsArguments extends PageArguments {
  @Field(() => UuidScalar, { nullable: true, description: 'Only those under this membership; null for all.' })
  membershipId: string | null = null;
}

@InputType({ description: 'The turn of a member in a meeting. Recording it again changes what is said of it.' })
export class RecordPresentationInput extends RecordingInput {
  @Field(() => UuidScalar, {
    description: 'The meeting: open; for a presentation of his own also planned, so that he can write his ask before.',
  })
  meetingId: string;

  @Field(() => UuidScalar, {
    nullable: true,
    description:
      "The membership of whoever presents, with a seat on the day of the meeting; null for the viewer's own.",
  })
  membershipId: string | null = null;

  @Field(() => PresentationKind, { description: 'Which turn it is. A member has one of each kind in a meeting.' })
  kind: PresentationKind;

  @Field(() => String, {
    nullable: true,
    description: 'The introduction he seeks, in one line from 1 to 300 characters; null leaves it as it was.',
  })
  @IsOptional()
  @OneLine(300)
  ask: string | null = null;

  @Field(() => PresentationFocus, {
    nullable: true,
    description: 'What it is about, from those who may mark it; null leaves it as it was.',
  })
  focus: PresentationFocus | null = null;
}

@InputType({ description: 'What a presentation was about.' })
export class MarkPresentationFocusInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The presentation, of an open meeting.' })
  presentationId: string;

  @Field(() => PresentationFocus, { description: 'What it was about. It takes the place of an earlier mark.' })
  focus: PresentationFocus;
}

@ObjectType({ description: 'The answer to an act on a presentation.' })
export class PresentationPayload extends Payload {
  @Field(() => Presentation, { nullable: true, description: 'The presentation as it is now; null when refused.' })
  presentation?: Presentation;
}

@ObjectType({ description: 'What the viewer may do with a presentation in the meeting as it is now.' })
export class PresentationAbilities {
  /** For the fields that later modules add. */
  presentation: Presentation;

  @Field({ description: 'Record it again, with another ask.' })
  change: boolean;

  @Field({ description: 'Mark its focus.' })
  markFocus: boolean;
}
