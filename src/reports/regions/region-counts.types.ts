import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { SummedCounts } from '../counts/summed-counts.types.js';

const suppressed = 'Null when suppressed.';

@ObjectType({
  description:
    'The sums over all members of a region. Letters and visitors count of closed meetings. Each is suppressed when some, yet fewer than five members contributed.',
})
export class RegionCounts extends SummedCounts {
  @Field(() => Float, {
    nullable: true,
    description: 'A divided by the countable weeks, from 0 to 1. Null when these are none or suppressed.',
  })
  absenceRate: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `RRI and RRO: referrals received, also from other regions. ${suppressed}`,
  })
  referralsReceived: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `1-2-1: one between two members of the region counts 2, one with an outsider 1. ${suppressed}`,
  })
  oneToOnes: number | null;
}

@ObjectType({
  description: 'What became of the referrals that members of a region gave in a period, whenever that came about.',
})
export class RegionReferrals {
  @Field(() => Int, { description: 'How many were given.' })
  given: number;

  @Field(() => Int, { description: 'How many of these were contacted by now.' })
  contacted: number;

  @Field(() => Int, { description: "How many were contacted within the receiver's target of hours from giving." })
  contactedInTime: number;

  @Field(() => Int, { description: 'How many have become customers by now.' })
  customers: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Customers divided by all that were given, from 0 to 1. Null when none was given.',
  })
  conversion: number | null;
}
