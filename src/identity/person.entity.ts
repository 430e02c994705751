import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { UuidScalar } from '../platform/graphql/scalars.js';

/** A human. What others than himself may see of him is in `identity.policy.ts`. */
@Entity('persons')
@ObjectType({ description: 'A human, known to Kring with or without an account. Survives every membership.' })
export class Person {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the person.' })
  id: string;

  @Column('text')
  @Field({ description: 'The given name.' })
  givenName: string;

  @Column('text')
  @Field({ description: 'The family name.' })
  familyName: string;

  /** Exposed by the person resolver, to those who may see it. */
  @Column('citext')
  email: string;

  /** E.164. Exposed by the person resolver, to those who may see it. */
  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text')
  locale: string;

  @Column('timestamptz')
  createdAt: Date;
}
