import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateScalar, UuidScalar } from '../platform/graphql/scalars.js';

/** The dated role of one who looks after a region and all below it. */
@Entity('region_directors')
@ObjectType({ description: 'A term in which a person looks after a region and all below it.' })
export class RegionDirector {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the term.' })
  id: string;

  @Column('uuid')
  regionId: string;

  @Column('uuid')
  personId: string;

  @Column('date')
  @Field(() => DateScalar, { description: 'The first day of the term.' })
  startsOn: string;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The day from which it no longer holds; null while open.' })
  endsOn: string | null;

  @Column('timestamptz')
  createdAt: Date;
}
