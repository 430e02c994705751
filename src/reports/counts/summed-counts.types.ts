import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../platform/graphql/scalars.js';

const suppressed = 'Null when suppressed.';

/** What is summed alike over the members of a club and of a region. */
@ObjectType({ isAbstract: true })
export abstract class SummedCounts {
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

  @Field(() => Int, { nullable: true, description: `V: visitors who came for the first time. ${suppressed}` })
  visitors: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: `CEU: education units earned. ${suppressed}` })
  educationUnits: string | null;

  @Field(() => Int, { nullable: true, description: `T: testimonials given. ${suppressed}` })
  testimonials: number | null;
}
