import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateScalar, UuidScalar } from '../platform/graphql/scalars.js';

/** A person's dated seat in a club. A live seat has no last day. */
@Entity('memberships')
@ObjectType({ description: "A person's dated seat in a club, for one profession." })
export class Membership {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the membership.' })
  id: string;

  @Column('uuid')
  clubId: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  professionId: string;

  @Column('text')
  @Field({ description: "The name of the member's company." })
  company: string;

  @Column('date')
  @Field(() => DateScalar, { description: 'The first day of the seat.' })
  joinedOn: string;

  @Column('date')
  @Field(() => DateScalar, { description: 'The day on which the seat is to be renewed.' })
  renewsOn: string;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day from which the seat is empty; null while it is held.',
  })
  leftOn: string | null;

  @Column('timestamptz')
  createdAt: Date;
}
