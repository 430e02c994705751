import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Money } from '../../platform/money.js';

@ObjectType({
  description: "The indirect return against what it cost, in the club's currency alone. Days to come cost nothing yet.",
})
export class ReturnOnEffort {
  @Field(() => Money, {
    nullable: true,
    description:
      "The return of the second degree and beyond in the club's currency. Null when withheld, as in `currencies`.",
  })
  indirectReturn: Money | null;

  @Field(() => Int, {
    description: 'On how many days of the period the seat was held; of a club of all its seats together.',
  })
  seatDays: number;

  @Field(() => Money, {
    description: "The club's fee of today for those days: fee x 12 / its months, for a year of 365 days.",
  })
  fee: Money;

  @Field(() => Int, {
    nullable: true,
    description:
      'How often he was at a closed meeting, in time or late; of a club all its members. Null when withheld from a director: fewer than five members.',
  })
  meetings: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The hours of these meetings, as long as they were planned. Null in the same case.',
  })
  meetingHours: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many one-to-ones he held; of a club each counts for each of the two who has a seat there. Null in the same case.',
  })
  oneToOnes: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The hours of these one-to-ones: one for each, since no length is recorded. Null in the same case.',
  })
  oneToOneHours: number | null;

  @Field(() => Money, {
    nullable: true,
    description: 'What an hour is worth to the member. Null when he gave no rate, and of a club: rates are private.',
  })
  hourlyRate: Money | null;

  @Field(() => Money, { nullable: true, description: 'All hours at that rate. Null without one.' })
  timeCost: Money | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The indirect return divided by fee and time cost together; by the fee alone without a rate. Null when that is zero, and when the return is withheld.',
  })
  ratio: number | null;
}
