import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CurrencyCodeScalar, DateScalar, DecimalScalar } from '../../platform/graphql/scalars.js';
import { Money } from '../../platform/money.js';
import type { MemberCounts } from './member-counts.types.js';

const suppressed = 'Null when suppressed.';

@ObjectType({
  description:
    'The sums over all members. To a director a sum to which some, yet fewer than five members contributed, is suppressed.',
})
export class CountsTotal {
  @Field(() => Int, { nullable: true, description: `P: how often members were present in time. ${suppressed}` })
  present: number | null;

  @Field(() => Int, { nullable: true, description: `A: how often they were absent. ${suppressed}` })
  absent: number | null;

  @Field(() => Int, { nullable: true, description: `L: how often they were late, or left early. ${suppressed}` })
  late: number | null;

  @Field(() => Int, { nullable: true, description: `M: how often they were ill. ${suppressed}` })
  medical: number | null;

  @Field(() => Int, { nullable: true, description: `S: how often they sent a substitute. ${suppressed}` })
  substitute: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'P + A + L + M + S. Null when one of them is suppressed, which it would tell.',
  })
  countableWeeks: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `RGI: referrals given in which the giver was the prospect. ${suppressed}`,
  })
  referralsGivenInside: number | null;

  @Field(() => Int, { nullable: true, description: `RGO: the other referrals given. ${suppressed}` })
  referralsGivenOutside: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `RRI: referrals received in which the giver was the prospect. ${suppressed}`,
  })
  referralsReceivedInside: number | null;

  @Field(() => Int, { nullable: true, description: `RRO: the other referrals received. ${suppressed}` })
  referralsReceivedOutside: number | null;

  @Field(() => Int, { nullable: true, description: `V: visitors who came for the first time. ${suppressed}` })
  visitors: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `1-2-1: one between two members counts 2, one with an outsider of the club 1. ${suppressed}`,
  })
  oneToOnes: number | null;

  @Field(() => [Money], {
    description:
      'TYFCB: money of deals whose root a member was, by currency in alphabetical order. A sum is there only if the sums of members that the viewer is not shown, taken together, tell of no sellers or of three or more whose amounts he does not see anyhow; to a director of five or more.',
  })
  thanked: Money[];

  @Field(() => [CurrencyCodeScalar], { description: 'The currencies whose sum is withheld from the viewer.' })
  thankedWithheld: string[];

  @Field(() => DecimalScalar, { nullable: true, description: `CEU: education units earned. ${suppressed}` })
  educationUnits: string | null;

  @Field(() => Int, { nullable: true, description: `T: testimonials given. ${suppressed}` })
  testimonials: number | null;
}

@ObjectType({ description: 'The counts of a club in one period: what its members did for each other, by the piece.' })
export class ClubCounts {
  @Field(() => DateScalar, { description: 'The first day of the period.' })
  from: string;

  @Field(() => DateScalar, { description: 'The last day of the period.' })
  to: string;

  @Field(() => Int, { description: 'How many meetings of the period are open still. They are counted as they stand.' })
  openMeetings: number;

  @Field({ description: 'Whether any meeting of the period is open still, so that the counts can change.' })
  provisional: boolean;

  @Field(() => CountsTotal, { description: 'The sums over all members.' })
  total: CountsTotal;

  /** Null for a director. The resolver gives them in pages. */
  rows: MemberCounts[] | null;
}
