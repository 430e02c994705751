import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

/** Of a club each figure stands for enough members, and so does what it leaves. */
const whenWithheld = 'Null when withheld, since it would tell of too few members';

@ObjectType({
  description:
    'How promises of a first contact were kept, of the referrals received that were given in the period. Without a promise of the receiver his club’s target counts as one. Judged is what was contacted, and what is overdue; what was lost or declined without a contact is not.',
})
export class PromisesKept {
  @Field(() => Int, { description: 'n: how many promises are judged.' })
  referrals: number;

  @Field(() => Int, { nullable: true, description: `Contacted on an earlier day than promised. ${whenWithheld}.` })
  early: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Contacted on the promised day, not after the promised moment. ${whenWithheld}.`,
  })
  kept: number | null;

  @Field(() => Int, { nullable: true, description: `Contacted after the promised moment. ${whenWithheld}.` })
  late: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Not contacted by now, though the promised moment has passed. ${whenWithheld}.`,
  })
  overdue: number | null;

  @Field(() => Float, {
    nullable: true,
    description: `Early and kept together, divided by n: from 0 to 1. Null when none is judged. ${whenWithheld}.`,
  })
  keptShare: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many were contacted, or are past the target of the receiver's club, whatever was promised. ${whenWithheld}.`,
  })
  targetReferrals: number | null;

  @Field(() => Float, {
    nullable: true,
    description: `How many of these were contacted within that target, as it was when they were given: from 0 to 1. Null when there are none. ${whenWithheld}.`,
  })
  withinTargetShare: number | null;

  @Field(() => Float, {
    nullable: true,
    description: `The median of the hours from giving to the first contact, of those that were contacted. Null when none was. ${whenWithheld}.`,
  })
  medianHours: number | null;
}
