import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Club } from '../../clubs/club.entity.js';
import { Membership } from '../../members/membership.entity.js';
import { CurrencyCodeScalar, DateScalar } from '../../platform/graphql/scalars.js';
import { ClubMedian } from './club-median.types.js';
import { CurrencyReturn } from './currency-return.types.js';
import { EffortByDegree } from './effort-by-degree.types.js';
import { Funnel } from './funnel.types.js';
import { LifetimeValue } from './lifetime-value.types.js';
import { PromisesKept } from './promises.types.js';
import { ReturnOnEffort } from './return-on-effort.types.js';
import type { ReturnParts } from './return-parts.js';

@ObjectType({
  description: 'Referrals received from members. Given on a day of the period, whatever their prospect bought since.',
})
export class ReferralsReceived {
  @Field(() => Int, { description: 'How many were received.' })
  count: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many of these made a customer, by now. Null when withheld: of a club, when they, or the others, were received by some members, yet fewer than `smallestGroup`.',
  })
  converted: number | null;
}

/** What is read at once of every report. */
export interface PeriodFigures {
  from: string;
  to: string;
  currencies: CurrencyReturn[];
  suppressedCurrencies: string[];
  referralsReceived: ReferralsReceived | null;
}

@ObjectType({ description: 'The return in one period.' })
export class PeriodReturn implements PeriodFigures {
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

  /** The parts below are read when somebody asks for them: the plain report stays cheap. */
  constructor(
    figures: PeriodFigures,
    private readonly parts: ReturnParts,
  ) {
    Object.assign(this, figures);
  }

  @Field(() => Funnel, {
    nullable: true,
    description:
      'The sales funnel of the referrals received. Null when suppressed: fewer members than `smallestGroup`, yet some, received any.',
  })
  get funnel(): Promise<Funnel | null> {
    return this.parts.funnel();
  }

  @Field(() => PromisesKept, {
    nullable: true,
    description:
      'How promises of a first contact were kept. Null when suppressed: those of fewer members than `smallestGroup`, yet some, are judged.',
  })
  get promises(): Promise<PromisesKept | null> {
    return this.parts.promises();
  }

  @Field(() => [LifetimeValue], {
    description:
      'The lifetime value of the referrals received that were given in the period, by currency in alphabetical order; only currencies of deals.',
  })
  get lifetimeValue(): Promise<LifetimeValue[]> {
    return this.parts.lifetimeValue();
  }

  @Field(() => [LifetimeValue], {
    nullable: true,
    description:
      "The same of the referrals the member gave in the period, by the days of his club. Others' amounts are mixed of at least three sellers. Null for a club.",
  })
  get givenLifetimeValue(): Promise<LifetimeValue[] | null> {
    return this.parts.givenLifetimeValue();
  }

  @Field(() => ReturnOnEffort, { description: 'The indirect return against the fee and the hours it took.' })
  get returnOnEffort(): Promise<ReturnOnEffort> {
    return this.parts.returnOnEffort();
  }

  @Field(() => EffortByDegree, {
    description: 'How many presentations asked for a referral, and how many sold to the room.',
  })
  get effortByDegree(): Promise<EffortByDegree> {
    return this.parts.effortByDegree();
  }

  @Field(() => ClubMedian, {
    nullable: true,
    description:
      'What is usual in the club, beside the member’s own. Null for a club, once he sits there no more, and when fewer than five members had a seat in the period.',
  })
  get clubMedian(): Promise<ClubMedian | null> {
    return this.parts.clubMedian();
  }
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

  constructor(
    about: Pick<ReturnReport, 'club' | 'membership' | 'smallestGroup' | 'before'>,
    current: ConstructorParameters<typeof PeriodReturn>,
  ) {
    super(...current);
    Object.assign(this, about);
  }
}
