import { ArgsType, Field, Float, ObjectType } from '@nestjs/graphql';
import { Club } from '../../clubs/club.entity.js';
import { connectionOf, PageArguments } from '../../platform/graphql/connection.js';
import { describedEnum } from '../../platform/graphql/enum.js';
import { CurrencyCodeScalar } from '../../platform/graphql/scalars.js';
import { Money } from '../../platform/money.js';
import { PeriodInput } from '../period.types.js';
import { enoughDeals } from '../return/indirect-share.js';

export const ClubMeasure = describedEnum('ClubMeasure', 'What the clubs of a region are compared by.', {
  MEMBERS: 'Seats held on the last day of the period, or today if that comes first.',
  GROWTH: 'How many more members there are than on the day before the period, divided by those.',
  REFERRALS_PER_MEMBER: 'Referrals given in the period, divided by the members.',
  CONVERSION: 'Of the referrals given in the period, the part that has become customers by now.',
  VISITORS: 'Visitors who came for the first time.',
  ABSENCE_RATE: 'Letters A divided by all letters of closed meetings.',
  RETURN: 'The networking return in the currency of the comparison.',
  INDIRECT_SHARE: 'The part of that return that is of the second degree and beyond.',
  ONE_TO_ONES_PER_MEMBER: 'One-to-ones divided by the members; one between two members counts 2.',
});
export type ClubMeasure = (typeof ClubMeasure)[keyof typeof ClubMeasure];

@ArgsType()
export class ClubComparisonArguments extends PageArguments {
  @Field(() => PeriodInput, {
    nullable: true,
    description:
      'The period, made longer to whole calendar months: every month it touches counts in full. Null for the last twelve months up to the current one in UTC.',
  })
  period: PeriodInput | null = null;

  @Field(() => ClubMeasure, {
    defaultValue: ClubMeasure.REFERRALS_PER_MEMBER,
    description: 'What the list is sorted by; clubs of which it is not told come last.',
  })
  by: ClubMeasure = ClubMeasure.REFERRALS_PER_MEMBER;

  @Field({ defaultValue: false, description: 'Whether the smallest comes first; else the largest does.' })
  ascending: boolean = false;

  @Field(() => CurrencyCodeScalar, {
    nullable: true,
    description: 'The currency of return and indirect share; null for the one that most clubs of the region keep.',
  })
  currency: string | null = null;
}

@ObjectType({ description: 'A measure of a club over the period and month by month.' })
export class ClubSeries {
  @Field(() => Float, {
    nullable: true,
    description: 'Over the whole period. Null when withheld, or when there is nothing to divide by.',
  })
  value: number | null;

  @Field({
    description:
      'Whether it is withheld: fewer than five members contributed; or the whole and the other clubs would tell that of another.',
  })
  withheld: boolean;

  @Field(() => [Float], {
    nullable: 'items',
    description: 'The same of each month, in the order of `months`; at most 121. Null as the value is.',
  })
  months: (number | null)[];
}

@ObjectType({ description: 'The return of a club in one currency over the period and month by month.' })
export class ClubReturnSeries {
  @Field(() => Money, { nullable: true, description: 'Over the whole period. Null when withheld.' })
  value: Money | null;

  @Field({
    description: 'Whether it is withheld, as of any measure: fewer than five members sold, or to protect others.',
  })
  withheld: boolean;

  @Field(() => [Money], {
    nullable: 'items',
    description: 'The same of each month, in the order of `months`; at most 121. Null when withheld.',
  })
  months: (Money | null)[];
}

@ObjectType({ description: 'A club among the others of a region, by what can be compared.' })
export class ClubComparison {
  @Field(() => Club, { description: 'The club.' })
  club: Club;

  @Field(() => [String], { description: 'The months (YYYY-MM) of the period, in order; at most 121.' })
  months: string[];

  @Field(() => ClubSeries, { description: 'Members on the last day.' })
  members: ClubSeries;

  @Field(() => ClubSeries, { description: 'Growth of the members.' })
  growth: ClubSeries;

  @Field(() => ClubSeries, { description: 'Referrals given by member.' })
  referralsPerMember: ClubSeries;

  @Field(() => ClubSeries, {
    description: 'The part of the referrals given that has become customers by now, from 0 to 1.',
  })
  conversion: ClubSeries;

  @Field(() => ClubSeries, { description: 'First-time visitors of closed meetings.' })
  visitors: ClubSeries;

  @Field(() => ClubSeries, { description: 'Absences by letter, from 0 to 1.' })
  absenceRate: ClubSeries;

  @Field(() => ClubReturnSeries, { description: 'The networking return in the currency of the comparison.' })
  return: ClubReturnSeries;

  @Field(() => ClubSeries, {
    description: `The indirect share of that return, from 0 to 1. Null below ${enoughDeals} deals: not enough data. Withheld when fewer than five sold what is direct or what is indirect.`,
  })
  indirectShare: ClubSeries;

  @Field(() => ClubSeries, { description: 'One-to-ones by member.' })
  oneToOnesPerMember: ClubSeries;
}

export const ClubComparisonConnection = connectionOf(ClubComparison);
