import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Money } from '../../platform/money.js';

@ObjectType({
  description:
    'What is usual in the club: medians over its members who had a seat in the period, himself among them. Each is there only if at least five of them contributed to it.',
})
export class ClubMedian {
  @Field(() => Int, { description: 'How many members had a seat on a day of the period.' })
  members: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "Of the indirect share in the club's currency, of those with a positive return. Null when fewer than five have one.",
  })
  indirectShare: number | null;

  @Field(() => Money, {
    nullable: true,
    description:
      "Of the return in the club's currency, zero for those without any; to two significant digits, since in the middle stands the return of one member. Null when fewer than five had any.",
  })
  return: Money | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Of the number of referrals received. Null when fewer than five received any.',
  })
  referralsReceived: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Of the share of promises kept, of those of whom promises are judged. Null when there are fewer than five of them.',
  })
  keptShare: number | null;
}
