import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import { AttendanceLetter } from '../attendance.entity.js';

/** An adjusting entry: one letter or one visit of a closed meeting, as it was and as it is since. Never changed. */
@Entity('meeting_adjustments')
@ObjectType({
  description: 'An adjusting entry of a closed meeting: one letter or one visit, as it was before and is since.',
})
export class MeetingAdjustment {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the entry.' })
  id: string;

  @Column('uuid')
  meetingId: string;

  @Column('uuid')
  clubId: string;

  @Column('uuid', { nullable: true })
  membershipId: string | null;

  @Column('enum', { enum: AttendanceLetter, enumName: 'attendance_letter', nullable: true })
  @Field(() => AttendanceLetter, {
    nullable: true,
    description: 'The letter before; null when he had none, and for a visit.',
  })
  letterBefore: AttendanceLetter | null;

  @Column('enum', { enum: AttendanceLetter, enumName: 'attendance_letter', nullable: true })
  @Field(() => AttendanceLetter, { nullable: true, description: 'The letter since; null for a visit.' })
  letterAfter: AttendanceLetter | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Whom he had sent as it was noted before; null for nobody, and for a visit.',
  })
  substituteBefore: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Whom he sent as it is noted since; null for nobody, and for a visit.',
  })
  substituteAfter: string | null;

  @Column('uuid', { nullable: true })
  visitorId: string | null;

  @Column('boolean', { nullable: true })
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the visitor had come as it was recorded before; null when nothing was, and for a letter.',
  })
  cameBefore: boolean | null;

  @Column('boolean', { nullable: true })
  @Field(() => Boolean, { nullable: true, description: 'Whether the visitor came; null for a letter.' })
  cameAfter: boolean | null;

  @Column('text')
  @Field({ description: 'Why it was adjusted.' })
  reason: string;

  @Column('uuid')
  adjustedById: string;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it was adjusted.' })
  adjustedAt: Date;
}
