import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { UuidScalar } from '../platform/graphql/scalars.js';

/** What a seat is for: one entry of the catalogue all clubs choose from. */
@Entity('professions')
@ObjectType({ description: 'What a seat is for. A club has at most one live seat per profession.' })
export class Profession {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the profession.' })
  id: string;

  @Column('citext')
  @Field({ description: 'The name, used once in the catalogue whatever its capitals.' })
  name: string;

  @Column('timestamptz')
  createdAt: Date;
}
