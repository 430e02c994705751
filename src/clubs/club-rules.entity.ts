import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { describedEnum } from '../platform/graphql/enum.js';
import { DateScalar, DecimalScalar, UuidScalar } from '../platform/graphql/scalars.js';

export const AbsenceWindow = describedEnum('AbsenceWindow', 'Over which days absences and substitutes are counted.', {
  CONTINUOUS: 'The last `absenceWindowMonths` months, up to the day that is looked at.',
  SEMESTERS: 'The half of the calendar year in which the day lies: January to June, or July to December.',
});
export type AbsenceWindow = (typeof AbsenceWindow)[keyof typeof AbsenceWindow];

/** One version of a club's rules. Versions are added, never changed: an old month keeps the rules it was played by. */
@Entity('club_rules')
@ObjectType({ description: "One version of a club's rules. The latest version whose day has come is in force." })
export class ClubRules {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of this version.' })
  id: string;

  @Column('uuid')
  clubId: string;

  @Column('integer')
  @Field(() => Int, { description: 'Counts the versions of the club from 1.' })
  version: number;

  @Column('date')
  @Field(() => DateScalar, { description: "The first day it holds, in the club's time zone." })
  validFrom: string;

  @Column('smallint')
  @Field(() => Int, { description: 'Within how many hours the receiver of a referral should make a first contact.' })
  firstContactTargetHours: number;

  @Column('smallint')
  @Field(() => Int, { description: 'After how many months without a deal a customer counts as former.' })
  formerCustomerAfterMonths: number;

  @Column('smallint')
  @Field(() => Int, { description: 'How many absences within the window raise an alert to the board.' })
  absenceAlertCount: number;

  @Column('enum', { enum: AbsenceWindow, enumName: 'absence_window' })
  @Field(() => AbsenceWindow, { description: 'Over which days absences and substitutes are counted.' })
  absenceWindow: AbsenceWindow;

  @Column('smallint')
  @Field(() => Int, {
    description: 'The length of a continuous window for absences and substitutes, in months; semesters last six.',
  })
  absenceWindowMonths: number;

  @Column('smallint')
  @Field(() => Int, { description: 'How many times late count as one absence.' })
  latePerAbsence: number;

  @Column('smallint')
  @Field(() => Int, { description: 'How many times a member may send a substitute within the window.' })
  substituteCap: number;

  @Column('smallint')
  @Field(() => Int, { description: 'How many meetings of the club somebody may visit without a seat.' })
  visitorVisitCap: number;

  @Column('smallint')
  @Field(() => Int, { description: 'How many months in a row a member may hold one office.' })
  officeTermMonths: number;

  @Column('numeric', { precision: 4, scale: 1 })
  @Field(() => DecimalScalar, {
    description:
      'How many education units a member needs, within `educationWindowMonths`, before a feature presentation.',
  })
  educationUnitsBeforeFeature: string;

  @Column('smallint')
  @Field(() => Int, { description: 'The months before a feature presentation in which education units count for it.' })
  educationWindowMonths: number;

  @Column('smallint')
  @Field(() => Int, {
    description:
      'How many months after all that was done with a contact the details are kept, once his referrals closed.',
  })
  contactRetentionMonths: number;

  @Column('timestamptz')
  createdAt: Date;
}

/** The numbers a club begins with (docs/domain.md, the weekly meeting). */
export const defaultRules = {
  firstContactTargetHours: 24,
  formerCustomerAfterMonths: 12,
  absenceAlertCount: 3,
  absenceWindow: 'continuous',
  absenceWindowMonths: 6,
  latePerAbsence: 3,
  substituteCap: 8,
  visitorVisitCap: 2,
  officeTermMonths: 12,
  educationUnitsBeforeFeature: '1.0',
  educationWindowMonths: 6,
  contactRetentionMonths: 12,
} as const satisfies Partial<ClubRules>;
