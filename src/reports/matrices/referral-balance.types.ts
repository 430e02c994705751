import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar } from '../../platform/graphql/scalars.js';

@ObjectType({
  description: 'What was given and received in one calendar month, as far as the month lies in the period.',
})
export class MonthBalance {
  @Field({ description: 'The month: YYYY-MM.' })
  month: string;

  @Field(() => Int, { nullable: true, description: 'How many referrals were given. Null when suppressed.' })
  given: number | null;

  @Field(() => Int, { nullable: true, description: 'How many were received. Null when suppressed.' })
  received: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Given less received: above zero for who gave more. Null when one of the two is suppressed.',
  })
  balance: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The balances up to this month, from the first of the period. Null from the first month on whose balance is suppressed, which it would tell.',
  })
  cumulative: number | null;
}

@ObjectType({
  description:
    'What a club, or a member in it, gave and received by month. What members of a club give each other is both given and received. To a director a number to which some, yet fewer than five members contributed, is suppressed.',
})
export class ReferralBalance {
  @Field(() => DateScalar, { description: 'The first day of the period.' })
  from: string;

  @Field(() => DateScalar, { description: 'The last day of the period.' })
  to: string;

  @Field(() => [MonthBalance], {
    description: 'Every calendar month the period touches, in order; at most 121.',
  })
  months: MonthBalance[];
}
