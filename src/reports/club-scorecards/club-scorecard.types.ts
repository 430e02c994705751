import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar } from '../../platform/graphql/scalars.js';

const suppressed = 'Null when suppressed';

@ObjectType({
  description:
    'How a club did in one period. To a director a figure to which some, yet fewer than five members contributed, is suppressed; of customers, to a member one of fewer than three.',
})
export class ClubScorecardPeriod {
  @Field(() => DateScalar, { description: 'The first day of the period.' })
  from: string;

  @Field(() => DateScalar, { description: 'The last day of the period.' })
  to: string;

  @Field(() => Int, { description: 'How many seats are held on the last day.' })
  size: number;

  @Field(() => Int, { description: 'How many were held on the day before the first.' })
  sizeBefore: number;

  @Field(() => Int, { description: 'How many seats were taken on a day of the period.' })
  joined: number;

  @Field(() => Int, { description: 'How many seats became empty on a day of the period.' })
  left: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Joined minus left, as a part of the size before: 0.1 is ten percent. Null without a size before.',
  })
  growth: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Of those with a seat on the day before the first, the part with a seat on the last, from 0 to 1. Null when there were none.',
  })
  retention: number | null;

  @Field(() => Int, { nullable: true, description: `How many referrals its members gave. ${suppressed}.` })
  referralsGiven: number | null;

  @Field(() => Float, {
    nullable: true,
    description: `The same per member and month: per 30.4375 days on which a seat is held. ${suppressed}, and without seats.`,
  })
  referralsPerMemberPerMonth: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many visitors came to closed meetings for the first time. ${suppressed}.`,
  })
  visitors: number | null;

  @Field(() => Float, {
    nullable: true,
    description: `Of these, the part that has taken a seat in the club since, from 0 to 1. ${suppressed}, and without visitors.`,
  })
  visitorsJoinedShare: number | null;

  @Field(() => Int, { nullable: true, description: `How many referrals its members received. ${suppressed}.` })
  referralsReceived: number | null;

  @Field(() => Float, {
    nullable: true,
    description: `Of these, the part whose prospect is a customer by now, from 0 to 1. ${suppressed}, and without referrals.`,
  })
  becameCustomersShare: number | null;

  @Field(() => Float, {
    nullable: true,
    description: `A by P + A + L + M + S of closed meetings, from 0 to 1. ${suppressed}, and without letters.`,
  })
  absenceRate: number | null;
}

@ObjectType({ description: 'How a club does: its size, growth and what its members do, against the period before.' })
export class ClubScorecard extends ClubScorecardPeriod {
  @Field(() => ClubScorecardPeriod, { description: 'The same for the period just before, with as many days.' })
  before: ClubScorecardPeriod;
}
