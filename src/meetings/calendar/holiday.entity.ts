import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateScalar, UuidScalar } from '../../platform/graphql/scalars.js';

/** Days on which a club does not meet. One that was removed is kept, because meetings it cancelled still tell of it. */
@Entity('holidays')
@ObjectType({ description: 'Days on which a club does not meet.' })
export class Holiday {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the holiday.' })
  id: string;

  @Column('uuid')
  clubId: string;

  @Column('text')
  @Field({ description: 'What it is called.' })
  name: string;

  @Column('date')
  @Field(() => DateScalar, { name: 'from', description: "Its first day, in the club's time zone." })
  firstOn: string;

  @Column('date')
  @Field(() => DateScalar, { name: 'to', description: "Its last day, in the club's time zone." })
  lastOn: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;

  includes(day: string): boolean {
    return this.firstOn <= day && day <= this.lastOn;
  }
}
