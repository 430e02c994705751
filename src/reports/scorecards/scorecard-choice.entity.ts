import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateScalar, DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.js';

/** Which scorecard a club uses from a day on. Choices are added, never changed. */
@Entity('scorecard_choices')
@ObjectType({ description: 'Which scorecard a club uses from a day on, until the day of the next choice.' })
export class ScorecardChoice {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the choice.' })
  id: string;

  @Column('uuid')
  clubId: string;

  @Column('text')
  @Field({ description: 'The code of the profile.' })
  profileCode: string;

  @Column('integer', { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'The version of the profile; null for whichever is the latest that has begun on the day scored.',
  })
  profileVersion: number | null;

  @Column('date')
  @Field(() => DateScalar, { description: "The first day it holds, in the club's time zone." })
  validFrom: string;

  @Column('uuid')
  chosenById: string;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it was chosen.' })
  chosenAt: Date;
}
