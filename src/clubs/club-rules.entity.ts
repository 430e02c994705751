import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateScalar, UuidScalar } from '../platform/graphql/scalars.js';

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

  @Column('smallint')
  @Field(() => Int, { description: 'The length of the window for absences and substitutes, in months.' })
  absenceWindowMonths: number;

  @Column('smallint')
  @Field(() => Int, { description: 'How many times late count as one absence.' })
  latePerAbsence: number;

  @Column('smallint')
  @Field(() => Int, { description: 'How many times a member may send a substitute within the window.' })
  substituteCap: number;

  @Column('timestamptz')
  createdAt: Date;
}

/** The numbers a club begins with (docs/domain.md, the weekly meeting). */
export const defaultRules = {
  firstContactTargetHours: 24,
  formerCustomerAfterMonths: 12,
  absenceAlertCount: 3,
  absenceWindowMonths: 6,
  latePerAbsence: 3,
  substituteCap: 8,
} as const satisfies Partial<ClubRules>;
