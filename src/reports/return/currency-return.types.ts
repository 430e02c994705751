import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { describedEnum } from '../../platform/graphql/enum.js';
import { CurrencyCodeScalar } from '../../platform/graphql/scalars.js';
import { Money } from '../../platform/money.js';
import { confidence, type DealReturn, enoughDeals, referenceShare, seed, shareInterval } from './indirect-share.js';

@ObjectType({ description: 'Deals and the money they brought.' })
export class DealSum {
  @Field(() => Int, { description: 'How many deals were closed on a day of the period.' })
  deals: number;

  @Field(() => Money, {
    description:
      'What deals closed in the period brought, with the adjustments made in it, also those of older deals. Negative when refunds outweigh the rest.',
  })
  amount: Money;
}

/** In a report on a club a part may be withheld: said with every part. */
const whenWithheld = 'Null when withheld: too few sellers brought it, or a part that has to be withheld with it';

@ObjectType({ description: 'The return of one degree.' })
export class DegreeReturn {
  @Field(() => Int, {
    description:
      'Hops from the seller to the buyer along the introductions that happened: 1 sold to a fellow member, 2, 3; 4 stands for the fourth and all beyond.',
  })
  degree: number;

  @Field(() => Int, {
    nullable: true,
    description: `How many deals were closed on a day of the period. ${whenWithheld}.`,
  })
  deals: number | null;

  @Field(() => Money, {
    nullable: true,
    description: `What they brought, with the adjustments made in the period, also those of older deals. ${whenWithheld}.`,
  })
  amount: Money | null;

  @Field(() => Float, {
    nullable: true,
    description: `Its part of the return, from 0 to 1; refunds of older deals can take it outside. Null when the return is zero or negative. ${whenWithheld}.`,
  })
  share: number | null;
}

@ObjectType({ description: 'The return of one calendar month, as far as the month lies in the period.' })
export class MonthReturn {
  @Field({ description: 'The month: YYYY-MM.' })
  month: string;

  @Field(() => Money, {
    nullable: true,
    description: `Return of the first degree; a refund counts in the month of the refund. ${whenWithheld}.`,
  })
  direct: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: `Return of the second degree and beyond, counted in the same way. ${whenWithheld}.`,
  })
  indirect: Money | null;
}

export const IntervalMethod = describedEnum('IntervalMethod', 'How an interval was computed.', {
  PERCENTILE_BOOTSTRAP:
    'Deals are drawn at random, with repetition, as many as there are; the share is taken; and so again for every resample. The interval cuts off the lowest and the highest of these shares, as many at each end, linear between neighbours. Random numbers: mulberry32.',
  LINEARISED_RATIO:
    'The linearised estimator of a ratio, from sums and sums of squares over the rows of money, each deal and each adjustment in a month being one; the share plus and minus 1.96 standard errors.',
});
export type IntervalMethod = (typeof IntervalMethod)[keyof typeof IntervalMethod];

/** Where the truth lies, and how that was found. */
@ObjectType({ isAbstract: true })
export abstract class Interval {
  @Field(() => Float, { description: 'The lower end.' })
  low: number;

  @Field(() => Float, { description: 'The upper end.' })
  high: number;

  @Field(() => Float, { description: 'How certain it is, from 0 to 1: 0.95.' })
  confidence: number;

  @Field(() => IntervalMethod, { description: 'How it was computed.' })
  method: IntervalMethod;
}

@ObjectType({ description: 'How far chance alone could have moved the share. It can be computed again to the digit.' })
export class ShareInterval extends Interval {
  @Field(() => Int, {
    description:
      'How many resamples it rests on: 2000; fewer beyond 10 000 deals, and when refunds leave some without return.',
  })
  resamples: number;

  @Field(() => Int, { description: 'The seed of the random numbers.' })
  seed: number;
}

@ObjectType({
  description: 'How much of the return is indirect, of the second degree and beyond, and how sure that is.',
})
export class IndirectShare {
  @Field(() => Float, {
    nullable: true,
    description:
      'Return of the second degree and beyond divided by all return, from 0 to 1; refunds of older deals can take it outside. Null when the return is zero or negative, and when direct and indirect return are withheld. Do not rely on it without `enoughData`.',
  })
  share: number | null;

  @Field(() => Int, { description: 'n: the deals of any degree that were closed in the period.' })
  deals: number;

  @Field({ description: `Whether that is enough to speak of a share: ${enoughDeals} deals or more.` })
  enoughData: boolean;

  @Field(() => Float, {
    nullable: true,
    description:
      'What the deal that brought most brought, divided by all return. Of a club it is given to the nearest twentieth, so that no single deal is told, and null for whoever is not of it. Null when the return is zero or negative.',
  })
  largestShare: number | null;

  @Field(() => Float, {
    description:
      'The 90 % line: the claim that of the return of one who networks well more than this is indirect. A claim to measure against, not a finding.',
  })
  readonly referenceShare: number = referenceShare;

  private computed: ShareInterval | null | undefined;

  constructor(
    facts: Pick<IndirectShare, 'share' | 'deals' | 'largestShare'>,
    private readonly units: readonly DealReturn[],
  ) {
    this.share = facts.share;
    this.deals = facts.deals;
    this.largestShare = facts.largestShare;
    this.enoughData = facts.deals >= enoughDeals;
  }

  /** Computed when somebody asks: it is the one costly figure of the report. */
  @Field(() => ShareInterval, {
    nullable: true,
    description:
      'The 95 % interval of the share; every deal with money in the period is one unit. Null without enough data, without a share, and when refunds leave more than one resample in twenty without return.',
  })
  get interval(): ShareInterval | null {
    if (this.computed === undefined) {
      const drawn = this.enoughData && this.share !== null ? shareInterval(this.units) : null;
      this.computed = drawn && { ...drawn, confidence, method: IntervalMethod.PERCENTILE_BOOTSTRAP, seed };
    }
    return this.computed;
  }
}

@ObjectType({
  description:
    'The return in one currency: money of deals with fellow members and with those whom introductions brought. Own acquisition stands apart.',
})
export class CurrencyReturn {
  @Field(() => CurrencyCodeScalar, { description: 'The currency. Amounts of others are never added.' })
  currency: string;

  @Field(() => DealSum, { description: 'The whole return, of all degrees.' })
  return: DealSum;

  @Field(() => [DegreeReturn], { description: 'The return by degree: always four, from 1 to 4 and beyond.' })
  byDegree: DegreeReturn[];

  @Field(() => DealSum, {
    nullable: true,
    description: `The return from buyers who bought of the seller for the first time. ${whenWithheld}.`,
  })
  newReturn: DealSum | null;

  @Field(() => DealSum, {
    nullable: true,
    description: `The return from buyers who had bought of the seller before. ${whenWithheld}.`,
  })
  repeatReturn: DealSum | null;

  @Field(() => [MonthReturn], {
    description: 'The return by month: every calendar month the period touches, in order; at most 121.',
  })
  byMonth: MonthReturn[];

  @Field(() => IndirectShare, { description: 'How much of the return is indirect.' })
  indirectShare: IndirectShare;

  @Field(() => DealSum, {
    nullable: true,
    description:
      'Deals without an introduction and without a fellow member, in no other figure here. Null when suppressed: a sum of fewer sellers than `smallestGroup`.',
  })
  ownAcquisition: DealSum | null;

  @Field(() => DealSum, {
    nullable: true,
    description: `The usual question: have you done much business with the other members? ${whenWithheld}.`,
  })
  businessWithFellowMembers: DealSum | null;

  @Field(() => Money, {
    nullable: true,
    description: `To the right question, \`referralsReceived\`: the return of the second degree and beyond that goes back to a referral anywhere in the chain of introductions, whenever that was given. ${whenWithheld}.`,
  })
  returnFromReferrals: Money | null;
}
