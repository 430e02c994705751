import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeScalar, UuidScalar } from '../platform/graphql/scalars.js';

/** A seller's thanks to a member credited with a deal. */
@Entity('thanks')
@ObjectType({ description: "A seller's thanks to a member for a deal that goes back to him." })
export class Thanks {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the thanks.' })
  id: string;

  @Column('uuid')
  dealId: string;

  @Column('uuid')
  thankedId: string;

  @Column('text')
  @Field({ description: 'What the seller wrote.' })
  message: string;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When he thanked.' })
  thankedAt: Date;
}
