import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { OfficeName } from '../../members/office.entity.js';
import { describedEnum } from '../../platform/graphql/enum.js';
import { RecordingInput } from '../../platform/graphql/payload.js';
import { DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import { OneLine } from '../../platform/graphql/text.js';
import { AgendaTemplatePoint } from './agenda-template-point.entity.js';

/** How many points an agenda has at most, and how long one takes at most, in seconds: four hours. */
export const mostPoints = 60;
const mostSeconds = 14_400;

export const AgendaPointState = describedEnum('AgendaPointState', 'How far a point of an agenda is.', {
  WAITING: 'It has not begun.',
  RUNNING: 'It is going on.',
  DONE: 'It was begun and has stopped; it may be started again.',
});
export type AgendaPointState = (typeof AgendaPointState)[keyof typeof AgendaPointState];

@ObjectType('AgendaPoint', {
  description: "One point of a meeting's agenda, as it stands at the moment of the answer.",
})
export class TimedPoint {
  @Field(() => UuidScalar, {
    nullable: true,
    description: "The key of the point; null while the agenda is still the club's template.",
  })
  id: string | null;

  @Field(() => Int, { description: 'Counts the points of the agenda from 1.' })
  position: number;

  @Field({ description: 'What it is.' })
  title: string;

  @Field(() => Int, { description: 'How long it shall take, in seconds.' })
  plannedSeconds: number;

  @Field(() => OfficeName, {
    nullable: true,
    description: 'Who is responsible for it; null when nobody in particular.',
  })
  office: OfficeName | null;

  @Field(() => AgendaPointState, { description: 'How far it is.' })
  state: AgendaPointState;

  @Field(() => Int, {
    description: 'How long it has run in all, in whole seconds, as of the `serverTime` of the agenda.',
  })
  elapsedSeconds: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when it runs, by the clock of the server; null unless it is running.',
  })
  runningSince: Date | null;
}

@ObjectType({ description: 'The agenda of a meeting with its timer, which the server keeps.' })
export class MeetingAgenda {
  @Field({
    description:
      "Whether it is still the club's template. The meeting gets a copy of its own when it is opened, or before, when its agenda is set.",
  })
  isTemplate: boolean;

  @Field(() => [TimedPoint], { description: 'All its points in order, sixty at most.' })
  points: TimedPoint[];

  @Field(() => TimedPoint, { nullable: true, description: 'The point that is running; null when none is.' })
  running: TimedPoint | null;

  @Field(() => Int, { description: 'How long all of it shall take, in seconds.' })
  plannedSeconds: number;

  @Field(() => DateTimeScalar, {
    description:
      'The moment of the answer by the clock of the server. A client adds to `elapsedSeconds` what has passed since it got the answer, and need not trust a clock of its own.',
  })
  serverTime: Date;
}

@ObjectType({
  description: 'The agenda a club begins its meetings with. Changing it leaves earlier copies as they are.',
})
export class AgendaTemplate {
  @Field({ description: "Whether the club has none of its own: this is the usual one, in the club's language." })
  isDefault: boolean;

  @Field(() => [AgendaTemplatePoint], { description: 'All its points in order, sixty at most.' })
  points: Pick<AgendaTemplatePoint, 'title' | 'plannedSeconds' | 'office'>[];

  @Field(() => Int, { description: 'How long all of it shall take, in seconds.' })
  plannedSeconds: number;
}

@InputType({ description: "A point of a club's template." })
export class AgendaTemplatePointInput {
  @Field({ description: 'What it is, from 1 to 120 characters.' })
  @OneLine(120)
  title: string;

  @Field(() => Int, { description: `How long it shall take, in seconds, from 1 to ${mostSeconds}.` })
  @IsInt()
  @Min(1)
  @Max(mostSeconds)
  plannedSeconds: number;

  @Field(() => OfficeName, { nullable: true, description: 'Who is responsible for it; null for nobody in particular.' })
  office: OfficeName | null = null;
}

@InputType({ description: "A point of a meeting's agenda." })
export class AgendaPointInput extends AgendaTemplatePointInput {
  @Field(() => UuidScalar, {
    nullable: true,
    description: 'The point of this meeting that it is, which keeps the time it has run; null for a new one.',
  })
  id: string | null = null;
}

@InputType({ description: 'The agenda a club shall begin its meetings with.' })
export class SetAgendaTemplateInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The club.' })
  clubId: string;

  @Field(() => [AgendaTemplatePointInput], { description: 'The whole list in order, from 1 to 60 points.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(mostPoints)
  @ValidateNested({ each: true })
  @Type(() => AgendaTemplatePointInput)
  points: AgendaTemplatePointInput[];
}

@InputType({ description: 'The agenda of one meeting.' })
export class SetMeetingAgendaInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The planned or open meeting.' })
  meetingId: string;

  @Field(() => [AgendaPointInput], {
    description:
      'The whole list in order, from 1 to 60 points. A point that is left out is removed, unless it has run: then it stays after the one it stood after.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(mostPoints)
  @ArrayUnique((point: AgendaPointInput) => point.id ?? point, { message: 'points must hold each point once' })
  @ValidateNested({ each: true })
  @Type(() => AgendaPointInput)
  points: AgendaPointInput[];
}

@InputType({ description: 'The beginning of a point, and the end of the one that runs.' })
export class StartAgendaPointInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The open meeting.' })
  meetingId: string;

  @Field(() => UuidScalar, { description: 'The point of this meeting that shall run.' })
  pointId: string;
}

@InputType({ description: 'A pause: no point runs until the next is started.' })
export class PauseAgendaInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The open meeting.' })
  meetingId: string;
}
