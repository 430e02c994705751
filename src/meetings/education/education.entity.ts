import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateScalar, DateTimeScalar, DecimalScalar, UuidScalar } from '../../platform/graphql/scalars.js';

/** Education units a member earned by learning something, or a correction of them. It stays as it was recorded. */
@Entity('education_units')
@ObjectType({ description: 'Education units a member earned by learning something, or a correction of them.' })
export class Education {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the record.' })
  id: string;

  @Column('uuid')
  clubId: string;

  @Column('uuid')
  membershipId: string;

  @Column('numeric', { precision: 5, scale: 2 })
  @Field(() => DecimalScalar, { description: 'How many units; below zero in a correction.' })
  units: string;

  @Column('text')
  @Field({ description: 'What he learnt; in a correction why.' })
  topic: string;

  @Column('date')
  @Field(() => DateScalar, { description: 'The day on which they were earned.' })
  earnedOn: string;

  @Column('uuid')
  recordedById: string;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When they were recorded.' })
  recordedAt: Date;
}
