import { Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { CurrencyCodeScalar, DateScalar } from '../../platform/graphql/scalars.js';
import { Money } from '../../platform/money.js';
import type { ChainRow } from './club-chains.sql.js';

@ObjectType({ description: 'A number of deals, and what they brought with all adjustments since.' })
export class DealsOfChains {
  @Field(() => Int, { description: 'How many deals.' })
  deals: number;

  @Field(() => Money, { description: 'What they brought; negative when refunds outweigh the rest.' })
  amount: Money;
}

@ObjectType({ description: 'What the chains of one root brought in one currency, whenever that was.' })
export class RootReturn {
  @Field(() => CurrencyCodeScalar, { description: 'The currency. Amounts of others are never added.' })
  currency: string;

  @Field(() => DealsOfChains, {
    nullable: true,
    description:
      'All deals that go back to one of these chains. Null where it would tell what fewer than three sellers made.',
  })
  lifetimeValue: DealsOfChains | null;

  @Field(() => DealsOfChains, {
    nullable: true,
    description: 'Those of the third degree and beyond. Null where it would tell what fewer than three sellers made.',
  })
  beyondSecondDegree: DealsOfChains | null;
}

@ObjectType({ description: 'A chain of a club: a first introduction, and all that sprang from it. Its shape alone.' })
export class ClubChain {
  /** Of its first introduction, which the resolver gives to those with a part in it; others are not told its key. */
  id: string;

  /** The resolver makes a person of it. */
  rootId: string;

  @Field(() => DateScalar, { description: 'The day of the first introduction.' })
  begunOn: string;

  @Field(() => Int, { description: 'How many introductions it has, the first included.' })
  introductions: number;

  @Field(() => Int, { description: 'The degree it has come to: 2 when nothing sprang from it.' })
  deepestDegree: number;

  @Field(() => Int, { description: 'How many of its introductions are of degree 2.' })
  ofSecondDegree: number;

  @Field(() => Int, { description: 'How many of its introductions are of degree 3.' })
  ofThirdDegree: number;

  @Field(() => Int, { description: 'How many of its introductions are of degree 4 and beyond.' })
  beyondThirdDegree: number;
}

@ObjectType({ description: 'A root: a member who began chains of a club, with what came of them.' })
export class ChainRoot {
  /** The resolver makes a person of it. */
  rootId: string;

  @Field(() => Int, { description: 'How many chains he began.' })
  chains: number;

  @Field(() => Int, { description: 'How many introductions these have in all.' })
  introductions: number;

  @Field(() => Int, { description: 'How many of them are of degree 3 and beyond.' })
  beyondSecondDegree: number;

  @Field(() => Int, { description: 'The degree the furthest of them has come to.' })
  deepestDegree: number;

  @Field(() => [RootReturn], {
    description: 'What they brought, one entry per currency; without deals that sellers hide.',
  })
  returns: RootReturn[];
}

export const ClubChainConnection = connectionOf(ClubChain);
export const ChainRootConnection = connectionOf(ChainRoot);

@ObjectType({ description: 'The chains of a club that were begun in a period: its forest of introductions.' })
export class ClubChains {
  @Field(() => DateScalar, { description: 'The first day of the period.' })
  from: string;

  @Field(() => DateScalar, { description: 'The last day of the period.' })
  to: string;

  /** The resolver gives them in pages. */
  rows: ChainRow[];

  /** The resolver gives them in pages. */
  roots: ChainRoot[];
}
