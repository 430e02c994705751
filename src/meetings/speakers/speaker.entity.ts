import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.js';

/**
 * A member who is to give a feature presentation in a meeting. Who speaks is never changed: the one is released and
 * the other assigned, so that what was agreed upon this row holds as long as the row does.
 */
@Entity('speakers')
@ObjectType({ description: 'A member who is to give a feature presentation in a meeting.' })
export class Speaker {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the assignment.' })
  id: string;

  @Column('uuid')
  meetingId: string;

  @Column('uuid')
  clubId: string;

  @Column('uuid')
  membershipId: string;

  @Column('uuid')
  assignedById: string;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When he was assigned, or swapped into the meeting.' })
  assignedAt: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When he was released, or swapped out of the meeting; null while he is to speak in it.',
  })
  releasedAt: Date | null;
}
