import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { describedEnum } from '../platform/graphql/enum.js';
import { DateScalar, DateTimeScalar, UuidScalar } from '../platform/graphql/scalars.js';

export const AmountVisibility = describedEnum(
  'AmountVisibility',
  'How much of the amount the members credited with a deal may see.',
  {
    EXACT: 'The amount.',
    BAND: 'Between which powers of ten it lies.',
    ONLY_THE_SUM: 'Nothing of this deal; it counts in the sum of their credits.',
    HIDDEN: 'Nothing: only that there was a deal.',
  },
);
export type AmountVisibility = (typeof AmountVisibility)[keyof typeof AmountVisibility];

/**
 * Closed business. Whether it was direct, its origin and whether it was a repeat are judged when it is recorded and
 * stay; degree and root follow from the origin's chain and change with it alone.
 */
@Entity('deals')
@ObjectType({ description: 'Closed business of a member. Its degree and root are derived when it is recorded.' })
export class Deal {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the deal.' })
  id: string;

  @Column('uuid')
  clubId: string;

  @Column('uuid')
  sellerMembershipId: string;

  @Column('uuid')
  sellerId: string;

  @Column('uuid', { nullable: true })
  buyerContactId: string | null;

  @Column('uuid', { nullable: true })
  buyerPersonId: string | null;

  @Column('uuid', { nullable: true })
  referralId: string | null;

  /** The introduction it goes back to. */
  @Column('uuid', { nullable: true })
  originId: string | null;

  @Column('uuid', { nullable: true })
  rootId: string | null;

  @Column('boolean')
  @Field({ description: 'Whether the buyer was a fellow member of the seller on that day: direct selling.' })
  direct: boolean;

  @Column('smallint', { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description:
      'Hops from seller to buyer along introductions: 1 direct selling, 2 and more networking; null for own acquisition.',
  })
  degree: number | null;

  @Column('boolean')
  @Field({ description: 'Whether the same buyer had bought from this seller before.' })
  repeat: boolean;

  @Column('date')
  @Field(() => DateScalar, { description: "The day of the deal, in the time zone of the seller's club." })
  closedOn: string;

  /** As recorded, without adjustments. */
  @Column('bigint')
  amountMinor: string;

  @Column('char', { length: 3 })
  currency: string;

  @Column('text')
  description: string;

  @Column('enum', { enum: AmountVisibility, enumName: 'amount_visibility' })
  @Field(() => AmountVisibility, { description: 'How much of the amount those credited with it may see.' })
  amountVisibility: AmountVisibility;

  @Column('uuid')
  recordedById: string;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
}
