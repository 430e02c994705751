import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { connectionOf } from '../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../platform/graphql/payload.js';
import { DateTimeScalar, UuidScalar } from '../platform/graphql/scalars.js';
import { OneLine, SeveralLines } from '../platform/graphql/text.js';
import { Attendance, AttendanceLetter } from './attendance.entity.js';
import { Meeting } from './meeting.entity.js';

export const MeetingConnection = connectionOf(Meeting);
export const AttendanceConnection = connectionOf(Attendance);

@InputType({ description: 'A meeting to come.' })
export class PlanMeetingInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The club that meets.' })
  clubId: string;

  @Field(() => DateTimeScalar, { description: 'When it starts, at most two years ahead.' })
  startsAt: Date;

  @Field(() => Int, { defaultValue: 90, description: 'How long it lasts, in minutes, from 1 to 1440.' })
  @IsInt()
  @Min(1)
  @Max(1440)
  minutes: number = 90;

  @Field(() => String, { nullable: true, description: 'Where it is, from 1 to 200 characters; null when not noted.' })
  @IsOptional()
  @OneLine(200)
  place: string | null = null;
}

@InputType({ description: 'The beginning of a meeting.' })
export class OpenMeetingInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The planned meeting, on its day or later.' })
  meetingId: string;
}

@InputType({ description: 'A meeting that will not be held, or was not.' })
export class CancelMeetingInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The planned or open meeting.' })
  meetingId: string;

  @Field({ description: 'Why, from 1 to 500 characters.' })
  @SeveralLines(500)
  reason: string;
}

@InputType({ description: 'The letter of one member.' })
export class LetterInput {
  @Field(() => UuidScalar, { description: 'The membership, with a seat on the day of the meeting.' })
  membershipId: string;

  @Field(() => AttendanceLetter, { description: 'Whether he was there.' })
  letter: AttendanceLetter;

  @Field(() => String, { nullable: true, description: 'Whom he sent, from 1 to 120 characters; only for SUBSTITUTE.' })
  @IsOptional()
  @OneLine(120)
  substituteName: string | null = null;
}

@InputType({ description: 'Letters of an open meeting. A later letter of a member takes the place of the earlier.' })
export class RecordAttendanceInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The open meeting.' })
  meetingId: string;

  @Field(() => [LetterInput], { description: 'From 1 to 200 letters, of each member at most one.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique((letter: LetterInput) => letter.membershipId, { message: 'letters must hold each member once' })
  @ValidateNested({ each: true })
  @Type(() => LetterInput)
  letters: LetterInput[];
}

@InputType({ description: 'That whoever has no letter yet is there.' })
export class RecordAllPresentInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The open meeting.' })
  meetingId: string;
}

@ObjectType({ description: 'The answer to an act on a meeting.' })
export class MeetingPayload extends Payload {
  @Field(() => Meeting, { nullable: true, description: 'The meeting as it is now; null when the act was refused.' })
  meeting?: Meeting;
}

@ObjectType({ description: 'What the viewer may do with a meeting in the state it is in.' })
export class MeetingAbilities {
  /** For the fields that later modules add. */
  meeting: Meeting;

  @Field({ description: 'Open it.' })
  open: boolean;

  @Field({ description: 'Record attendance.' })
  recordAttendance: boolean;

  @Field({ description: 'Close it.' })
  close: boolean;

  @Field({ description: 'Cancel it.' })
  cancel: boolean;

  @Field({ description: 'Move it.' })
  move: boolean;
}

@ObjectType({ description: 'How often a member was there, over the closed meetings of a period.' })
export class AttendanceCounts {
  @Field(() => Int, { description: 'P: present.' })
  present: number;

  @Field(() => Int, { description: 'A: absent.' })
  absent: number;

  @Field(() => Int, { description: 'L: late.' })
  late: number;

  @Field(() => Int, { description: 'M: ill.' })
  medical: number;

  @Field(() => Int, { description: 'S: by a substitute.' })
  substitute: number;

  @Field(() => Int, { description: 'Countable weeks: the sum of the five, by which rates are divided.' })
  countableWeeks: number;
}
