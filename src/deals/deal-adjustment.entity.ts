import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateScalar, DateTimeScalar, UuidScalar } from '../platform/graphql/scalars.js';

/** A change of a deal's amount after the fact, in the month in which it happened. Earlier months do not change. */
@Entity('deal_adjustments')
@ObjectType({ description: 'A change of the amount of a deal after the fact, such as a refund, on its own day.' })
export class DealAdjustment {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the adjustment.' })
  id: string;

  @Column('uuid')
  dealId: string;

  @Column('bigint')
  amountMinor: string;

  @Column('date')
  @Field(() => DateScalar, { description: 'The day it counts on.' })
  adjustedOn: string;

  /** Exposed by the resolver, to the seller: like what was sold, it is between him and the buyer. */
  @Column('text')
  reason: string;

  @Column('uuid')
  recordedById: string;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
}
