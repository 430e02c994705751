import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { Money } from '../../platform/money.js';
import { CustomerQuestion } from './customer-question.entity.js';
import { CustomerStage } from './customer-stage.js';

/**
 * A seller's relation with one human, derived from his deals and from the introductions that served him; there is no
 * row of it anywhere. It is the seller's alone.
 */
@ObjectType({
  description:
    'The relation of the viewer with a buyer: a human, whatever rows stand for him. Derived, and for the viewer alone.',
})
export class Customer {
  /** The key of the first that happened with him, in the order of recording: his place in a list. */
  key: string;

  /** All rows that stand for him, as party-groups.ts names them. */
  parties: ReadonlySet<string>;

  /** Every deal with him, also those refunded to nothing. */
  dealIds: readonly string[];

  /** As whom he is shown. Both are null for a person whom the viewer may not know yet. */
  contactId: string | null;
  personId: string | null;

  /** The person of the clubs he is known as. */
  knownPersonId: string | null;

  /** The introduction by which he came: the first accepted up to his first deal, or without a deal just the first. */
  broughtById: string | null;
  /** On what an introduction by him hangs: the first of him that was accepted, whenever, and a contact he is. */
  hook: { contactId: string; parentId: string } | null;

  @Field(() => CustomerStage, { description: 'Where the relation stands.' })
  stage: CustomerStage;

  @Field(() => DateScalar, { nullable: true, description: 'The day of the first deal; null without one in force.' })
  firstDealOn: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day of the latest deal; null without one in force.' })
  lastDealOn: string | null;

  @Field(() => Int, { description: 'How many deals, without those refunded to nothing.' })
  deals: number;

  @Field(() => [Money], { description: 'The amounts of these deals with all adjustments, one sum per currency.' })
  money: Money[];

  @Field(() => Int, { description: 'How many introductions to the viewer he made.' })
  introducedOnward: number;

  @Field(() => CustomerQuestion, {
    nullable: true,
    description: 'The last time he was asked whom he could introduce the viewer to; null when he never was.',
  })
  lastQuestion: Omit<CustomerQuestion, 'id' | 'sellerId' | 'dealId' | 'answeredAt'> | null;

  @Field({
    description:
      'Whether to ask him whom he could introduce the viewer to: he was not asked since his latest deal, or was to be asked later and the day has come.',
  })
  toAsk: boolean;

  /** By what he is placed among the others: what to act on first comes first. */
  place: number;
}
