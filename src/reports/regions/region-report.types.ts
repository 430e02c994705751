import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Region } from '../../clubs/region.entity.js';
import { CurrencyCodeScalar, DateScalar } from '../../platform/graphql/scalars.js';
import { Money } from '../../platform/money.js';
import { smallestGroupForDirector } from '../reports.policy.js';
import { DealSum, DegreeReturn, Interval } from '../return/currency-return.types.js';
import { enoughDeals, referenceShare } from '../return/indirect-share.js';
import { RegionCounts, RegionReferrals } from './region-counts.types.js';

const suppressed = 'Null when suppressed.';

@ObjectType({ description: 'How far chance alone could have moved the indirect share of a region.' })
export class RegionShareInterval extends Interval {}

@ObjectType({
  description:
    'How much of the return of a region is indirect, of the second degree and beyond, and how sure that is. What its largest deal brought is not told: no director is shown a single deal.',
})
export class RegionIndirectShare {
  @Field(() => Float, {
    nullable: true,
    description:
      'Return of the second degree and beyond divided by all return, from 0 to 1; refunds of older deals can take it outside. Null when the return is zero or negative, and when fewer than five sold what is direct or what is indirect. Do not rely on it without `enoughData`.',
  })
  share: number | null;

  @Field(() => Int, { description: 'n: the deals of any degree that were closed in the period.' })
  deals: number;

  @Field({ description: `Whether that is enough to speak of a share: ${enoughDeals} deals or more.` })
  enoughData: boolean;

  @Field(() => Float, {
    description:
      'The 90 % line: the claim that of the return of one who networks well more than this is indirect. A claim to measure against, not a finding.',
  })
  readonly referenceShare: number = referenceShare;

  @Field(() => RegionShareInterval, {
    nullable: true,
    description: 'The 95 % interval of the share. Null without enough data or without a share.',
  })
  interval: RegionShareInterval | null;
}

@ObjectType({ description: 'The return of a region in one calendar month.' })
export class RegionMonthReturn {
  @Field({ description: 'The month: YYYY-MM.' })
  month: string;

  @Field(() => Money, {
    nullable: true,
    description: `Return of the first degree; a refund counts in the month of the refund. ${suppressed}`,
  })
  direct: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: `Return of the second degree and beyond, counted in the same way. ${suppressed}`,
  })
  indirect: Money | null;
}

@ObjectType({
  description:
    'The return of a region in one currency: money of deals with fellow members and with those whom introductions brought. Own acquisition stands apart.',
})
export class RegionCurrencyReturn {
  @Field(() => CurrencyCodeScalar, { description: 'The currency. Amounts of others are never added.' })
  currency: string;

  @Field(() => DealSum, { description: 'The whole return, of all degrees.' })
  return: DealSum;

  @Field(() => [DegreeReturn], { description: 'The return by degree: always four, from 1 to 4 and beyond.' })
  byDegree: DegreeReturn[];

  @Field(() => [RegionMonthReturn], {
    description:
      'The return by month: every month of the period, in order; at most 121. Withheld are those of fewer than five sellers of what is direct or what is indirect, and one more where the others and the whole would tell these.',
  })
  byMonth: RegionMonthReturn[];

  @Field(() => RegionIndirectShare, { description: 'How much of the return is indirect.' })
  indirectShare: RegionIndirectShare;

  @Field(() => DealSum, {
    nullable: true,
    description: `Deals without an introduction and without a fellow member, in no other figure here. ${suppressed}`,
  })
  ownAcquisition: DealSum | null;
}

@ObjectType({ description: 'The sums of a region over whole calendar months.' })
export class RegionPeriod {
  @Field(() => DateScalar, { description: 'The first day: that of a month.' })
  from: string;

  @Field(() => DateScalar, { description: 'The last day: that of a month, which need not have come yet.' })
  to: string;

  @Field(() => Int, { description: 'How many clubs there are now in the region and all below it.' })
  clubs: number;

  @Field(() => Int, {
    description: 'How many seats were held in them on the last day of the period, or today if that comes first.',
  })
  members: number;

  @Field(() => Int, { description: 'How many seats were taken in the period.' })
  membersJoined: number;

  @Field(() => Int, { description: 'How many seats were left in the period.' })
  membersLeft: number;

  @Field(() => [RegionCurrencyReturn], {
    description: 'The return by currency, in alphabetical order; only currencies with money in the period.',
  })
  currencies: RegionCurrencyReturn[];

  @Field(() => [CurrencyCodeScalar], {
    description:
      'Currencies with return in the period that `currencies` leaves out, since fewer than five sellers brought it.',
  })
  suppressedCurrencies: string[];

  @Field(() => RegionCounts, { description: 'What its members did for each other, by the piece.' })
  counts: RegionCounts;

  @Field(() => RegionReferrals, {
    nullable: true,
    description: 'What became of the referrals given in the period. Null when suppressed.',
  })
  referrals: RegionReferrals | null;
}

@ObjectType({
  description:
    'The report of a region, or of a whole network, against the months before. It counts by whole calendar months in the time zone of each club, and is for its directors and those of the regions above. A sum to which some, yet fewer than five members contributed, is suppressed; of exactly five that happens as well in rare cases.',
})
export class RegionReport extends RegionPeriod {
  @Field(() => Region, { description: 'The region.' })
  region: Region;

  @Field(() => Int, { description: 'How many members must have contributed to a sum for it to be told: 5.' })
  readonly smallestGroup: number = smallestGroupForDirector;

  @Field(() => RegionPeriod, { description: 'The same for as many months right before.' })
  before: RegionPeriod;
}
