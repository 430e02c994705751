import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { describedEnum } from '../platform/graphql/enum.js';
import { DateScalar, DateTimeScalar, UuidScalar } from '../platform/graphql/scalars.js';

export const MeetingState = describedEnum('MeetingState', 'How far a meeting has come.', {
  PLANNED: 'It is to come.',
  OPEN: 'It is going on.',
  CLOSED: 'It was held, and what was recorded in it counts.',
  CANCELLED: 'It is not held and counts for nothing.',
});
export type MeetingState = (typeof MeetingState)[keyof typeof MeetingState];

/** One gathering of a club. */
@Entity('meetings')
@ObjectType({ description: 'One gathering of a club: planned > open > closed, or cancelled.' })
export class Meeting {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the meeting.' })
  id: string;

  @Column('uuid')
  clubId: string;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it starts.' })
  startsAt: Date;

  @Column('date')
  @Field(() => DateScalar, { description: "The civil day it starts on, in the club's time zone." })
  heldOn: string;

  @Column('smallint')
  @Field(() => Int, { description: 'How long it is planned to last, in minutes.' })
  minutes: number;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Where it is; null when not said.' })
  place: string | null;

  @Column('enum', { enum: MeetingState, enumName: 'meeting_state' })
  @Field(() => MeetingState, { description: 'How far it has come.' })
  state: MeetingState;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was opened; null before.' })
  openedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed; null before.' })
  closedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was cancelled; null unless it was.' })
  cancelledAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;
}
