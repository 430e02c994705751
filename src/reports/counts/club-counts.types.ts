import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CurrencyCodeScalar, DateScalar } from '../../platform/graphql/scalars.js';
import { Money } from '../../platform/money.js';
import type { MemberCounts } from './member-counts.types.js';
import { SummedCounts } from './summed-counts.types.js';

const suppressed = 'Null when suppressed.';

@ObjectType({
  description:
    'The sums over all members. To a director a sum to which some, yet fewer than five members contributed, is suppressed.',
})
export class CountsTotal extends SummedCounts {
  @Field(() => Int, {
    nullable: true,
    description: `RRI: referrals received in which the giver was the prospect. ${suppressed}`,
  })
  referralsReceivedInside: number | null;

  @Field(() => Int, { nullable: true, description: `RRO: the other referrals received. ${suppressed}` })
  referralsReceivedOutside: number | null;

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
