import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeScalar, UuidScalar } from '../platform/graphql/scalars.js';

/** A contact who is invited to a meeting, and perhaps comes. */
@Entity('visitors')
@ObjectType({ description: 'A person who comes to a meeting without a seat, invited by a member.' })
export class Visitor {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the visit.' })
  id: string;

  @Column('uuid')
  meetingId: string;

  @Column('uuid')
  clubId: string;

  @Column('uuid')
  contactId: string;

  @Column('uuid')
  invitedByMembershipId: string;

  @Column('uuid')
  invitedById: string;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When the visitor was invited.' })
  invitedAt: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the visitor came; null until then.' })
  cameAt: Date | null;
}
