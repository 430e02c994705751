import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, ValidateNested } from 'class-validator';
import { connectionOf } from '../../platform/graphql/connection.js';
import { RecordingInput } from '../../platform/graphql/payload.js';
import { UuidScalar } from '../../platform/graphql/scalars.js';
import { SeveralLines } from '../../platform/graphql/text.js';
import type { Meeting } from '../meeting.entity.js';
import { LetterInput } from '../meetings.types.js';
import { MeetingAdjustment } from './meeting-adjustment.entity.js';
import { MeetingReopening } from './meeting-reopening.entity.js';

export const MeetingAdjustmentConnection = connectionOf(MeetingAdjustment);
export const MeetingReopeningConnection = connectionOf(MeetingReopening);

@InputType({ description: 'The end of a meeting, which locks its attendance.' })
export class CloseMeetingInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The open meeting, with a letter for every member who had a seat that day.' })
  meetingId: string;
}

@InputType({ description: 'A closing that is to be taken back.' })
export class ReopenMeetingInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The closed meeting, held at most 31 days ago.' })
  meetingId: string;

  @Field({ description: 'Why, from 1 to 500 characters.' })
  @SeveralLines(500)
  reason: string;
}

@InputType({ description: 'Whether a visitor of the meeting came.' })
export class VisitInput {
  @Field(() => UuidScalar, { description: 'The visitor, of that meeting.' })
  visitorId: string;

  @Field({ description: 'Whether he came.' })
  came: boolean;
}

@InputType({ description: 'What is to be corrected in a closed meeting: at least one letter or visit that differs.' })
export class AdjustMeetingInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The closed meeting.' })
  meetingId: string;

  @Field({ description: 'Why, from 1 to 500 characters. The members of the club read it.' })
  @SeveralLines(500)
  reason: string;

  @Field(() => [LetterInput], {
    defaultValue: [],
    description: 'Letters as they should have been, up to 200, of each member at most one.',
  })
  @ArrayMaxSize(200)
  @ArrayUnique((letter: LetterInput) => letter.membershipId, { message: 'letters must hold each member once' })
  @ValidateNested({ each: true })
  @Type(() => LetterInput)
  letters: LetterInput[] = [];

  @Field(() => [VisitInput], {
    defaultValue: [],
    description: 'Visits as they should have been, up to 100, of each visitor at most one.',
  })
  @ArrayMaxSize(100)
  @ArrayUnique((visit: VisitInput) => visit.visitorId, { message: 'visits must hold each visitor once' })
  @ValidateNested({ each: true })
  @Type(() => VisitInput)
  visits: VisitInput[] = [];
}

@ObjectType({
  description: 'What is still to be recorded of a meeting. Only missing letters keep it from being closed.',
})
export class MissingAtMeeting {
  /** Whose fields these are. */
  meeting: Meeting;
}
