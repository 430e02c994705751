import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../../platform/graphql/payload.js';
import { DateScalar, DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import { OneLine, SeveralLines } from '../../platform/graphql/text.js';
import { Holiday } from './holiday.entity.js';
import { MeetingSeries } from './meeting-series.entity.js';

export const MeetingSeriesConnection = connectionOf(MeetingSeries);
export const HolidayConnection = connectionOf(Holiday);

@InputType({ description: 'A series of meetings to come. They are planned for twelve months, and on as time goes by.' })
export class PlanMeetingSeriesInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The club that meets. It has at most 20 series at once.' })
  clubId: string;

  @Field({
    description:
      'On which days, as an RRULE of RFC 5545 without DTSTART, up to 200 characters, such as FREQ=WEEKLY;BYDAY=TH or FREQ=MONTHLY;BYDAY=2TU. FREQ is DAILY or longer, and there is no BYHOUR. UNTIL is a day (YYYYMMDD) or an instant in UTC.',
  })
  @OneLine(200)
  rule: string;

  @Field(() => DateScalar, {
    description: "The day from which the rule counts, in the club's time zone: today or later. It may be no meeting.",
  })
  firstOn: string;

  @Field({ description: 'At what time by the clocks of the club, as HH:MM from 00:00 to 23:59.' })
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'startTime must be HH:MM from 00:00 to 23:59' })
  startTime: string;

  @Field(() => Int, { defaultValue: 90, description: 'How long each lasts, in minutes, from 1 to 1440.' })
  @IsInt()
  @Min(1)
  @Max(1440)
  minutes: number = 90;

  @Field(() => String, {
    nullable: true,
    description: 'Where they are, from 1 to 200 characters; null when not noted.',
  })
  @IsOptional()
  @OneLine(200)
  place: string | null = null;
}

@InputType({ description: 'The end of a series. What is planned after its last day is cancelled.' })
export class EndMeetingSeriesInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The series.' })
  seriesId: string;

  @Field(() => DateScalar, {
    description:
      "The last day it has meetings, in the club's time zone: yesterday or later, and before its end so far.",
  })
  lastOn: string;

  @Field({ description: 'Why, from 1 to 500 characters; for the meetings that are cancelled.' })
  @SeveralLines(500)
  reason: string;
}

@InputType({ description: 'A planned meeting as it shall be from now on.' })
export class MoveMeetingInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The planned meeting.' })
  meetingId: string;

  @Field(() => DateTimeScalar, { description: 'When it starts: after now, and at most two years ahead.' })
  startsAt: Date;

  @Field(() => Int, { description: 'How long it lasts, in minutes, from 1 to 1440.' })
  @IsInt()
  @Min(1)
  @Max(1440)
  minutes: number;

  @Field(() => String, { nullable: true, description: 'Where it is, from 1 to 200 characters; null when not noted.' })
  @IsOptional()
  @OneLine(200)
  place: string | null = null;
}

@InputType({ description: 'Days on which a club does not meet. What is planned on them is cancelled.' })
export class AddHolidayInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The club.' })
  clubId: string;

  @Field({ description: 'What it is called, from 1 to 120 characters.' })
  @OneLine(120)
  name: string;

  @Field(() => DateScalar, { description: "The first day, in the club's time zone, at most two years ahead." })
  from: string;

  @Field(() => DateScalar, { description: 'The last day, at most 99 after the first.' })
  to: string;
}

@InputType({ description: 'A holiday on which the club meets after all.' })
export class RemoveHolidayInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The holiday.' })
  holidayId: string;
}

@ObjectType({ description: 'The answer to an act on a series of meetings.' })
export class MeetingSeriesPayload extends Payload {
  @Field(() => MeetingSeries, {
    nullable: true,
    description: 'The series as it is now; null when the act was refused.',
  })
  series?: MeetingSeries;
}

@ObjectType({ description: 'The answer to an act on a holiday.' })
export class HolidayPayload extends Payload {
  @Field(() => Holiday, { nullable: true, description: 'The holiday; null when the act was refused.' })
  holiday?: Holiday;
}

@ObjectType({ description: 'What the viewer may do with a series of meetings.' })
export class MeetingSeriesAbilities {
  @Field({ description: 'End it, or bring its end forward.' })
  end: boolean;
}

@ObjectType({ description: 'What the viewer may do with a holiday.' })
export class HolidayAbilities {
  @Field({ description: 'Remove it.' })
  remove: boolean;
}
