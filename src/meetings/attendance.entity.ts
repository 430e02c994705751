import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { describedEnum } from '../platform/graphql/enum.js';
import { DateTimeScalar, UuidScalar } from '../platform/graphql/scalars.js';

export const AttendanceLetter = describedEnum('AttendanceLetter', 'Whether a member was at a meeting.', {
  PRESENT: 'P: he was there in time.',
  ABSENT: 'A: he was not there and sent nobody.',
  LATE: 'L: he came late or left early.',
  MEDICAL: 'M: he was ill.',
  SUBSTITUTE: 'S: he sent somebody in his place.',
});
export type AttendanceLetter = (typeof AttendanceLetter)[keyof typeof AttendanceLetter];

/** The one letter of a member for a meeting. What it was before is in the record of activity. */
@Entity('attendances')
@ObjectType({ description: 'The one letter of a member for a meeting.' })
export class Attendance {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the letter.' })
  id: string;

  @Column('uuid')
  meetingId: string;

  @Column('uuid')
  clubId: string;

  @Column('uuid')
  membershipId: string;

  @Column('enum', { enum: AttendanceLetter, enumName: 'attendance_letter' })
  @Field(() => AttendanceLetter, { description: 'Whether he was there.' })
  letter: AttendanceLetter;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Whom he sent; null without a substitute or when not noted.' })
  substituteName: string | null;

  @Column('uuid')
  recordedById: string;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When this letter was recorded last.' })
  recordedAt: Date;
}
