import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Club } from '../../clubs/club.entity.js';
import { Membership } from '../../members/membership.entity.js';
import { CurrencyCodeScalar, DateScalar } from '../../platform/graphql/scalars.js';
import { CurrencyReturn } from './currency-return.types.js';

@ObjectType({
  description: 'Referrals received from members. Given on a day of the period, whatever their prospect bought since.',
})
export class ReferralsReceived {
  @Field(() => Int, { description: 'How many were received.' })
  count: number;

  @Field(() => Int, { description: 'How many of these made a customer, by now.' })
  converted: number;
}

@ObjectType({ description: 'The return in one period.' })
export class PeriodReturn {
  @Field(() => DateScalar, { description: 'The first day of the period.' })
  from: string;

  @Field(() => DateScalar, { description: 'The last day of the period.' })
  to: string;

  @Field(() => [CurrencyReturn], {
    description: 'The return by currency, in alphabetical order; only currencies with money in the period.',
  })
  currencies: CurrencyReturn[];

  @Field(() => [CurrencyCodeScalar], {
    description:
      'Currencies with return in the period that `currencies` leaves out, since fewer sellers than `smallestGroup` brought it.',
  })
  suppressedCurrencies: string[];

  @Field(() => ReferralsReceived, {
    nullable: true,
    description:
      'The right question: have the other members given you many referrals? Null when suppressed: fewer members than `smallestGroup`, yet some, received any.',
  })
  referralsReceived: ReferralsReceived | null;
}

@ObjectType({
  description:
    'The return of a club, or of one member in it, against the period before. Return is credited in the period whose days it carries: a refund never changes an earlier one.',
})
export class ReturnReport extends PeriodReturn {
  @Field(() => Club, { description: 'The club.' })
  club: Club;

  @Field(() => Membership, {
    nullable: true,
    description: 'The seat it is about; null when it is about the whole club.',
  })
  membership: Membership | null;

  @Field(() => Int, {
    description:
      'How many members must have contributed to a sum for the viewer to see it: 1 of his own, 3 of his club, 5 as a director. A sum of nobody is shown.',
  })
  smallestGroup: number;

  @Field(() => PeriodReturn, { description: 'The same for the period just before, with as many days.' })
  before: PeriodReturn;
}
