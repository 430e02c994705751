import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateScalar, DecimalScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import { AttendanceLetter } from '../attendance.entity.js';

/** One piece of an alert's evidence, as it was when the alert was raised. */
@Entity('alert_evidence')
@ObjectType({
  description:
    'One piece of evidence, as it was when the alert was raised: a letter, a visit, a term of office, a feature presentation or education units.',
})
export class AlertEvidence {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the piece.' })
  id: string;

  @Column('uuid')
  alertId: string;

  @Column('date')
  @Field(() => DateScalar, {
    description: 'The day of the meeting, the day on which the units were earned, or the first day of the term.',
  })
  day: string;

  @Column('uuid', { nullable: true })
  meetingId: string | null;

  @Column('enum', { enum: AttendanceLetter, enumName: 'attendance_letter', nullable: true })
  @Field(() => AttendanceLetter, {
    nullable: true,
    description: 'His letter at the meeting; null when it is no letter that counts.',
  })
  letter: AttendanceLetter | null;

  @Column('uuid', { nullable: true })
  visitorId: string | null;

  @Column('uuid', { nullable: true })
  officeId: string | null;

  @Column('numeric', { precision: 5, scale: 2, nullable: true })
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The education units that counted; null when it is something else.',
  })
  units: string | null;
}
