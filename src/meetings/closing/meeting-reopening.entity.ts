import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.js';

/** A closing that was taken back. */
@Entity('meeting_reopenings')
@ObjectType({ description: 'A closing of a meeting that was taken back.' })
export class MeetingReopening {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the reopening.' })
  id: string;

  @Column('uuid')
  meetingId: string;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it had been closed.' })
  closedAt: Date;

  @Column('text')
  @Field({ description: 'Why it was reopened.' })
  reason: string;

  @Column('uuid')
  reopenedById: string;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it was reopened.' })
  reopenedAt: Date;
}
