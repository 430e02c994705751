import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

const whenWithheld = 'Null when withheld from a director, since it would tell of fewer than five members';

@ObjectType({
  description: 'What the presentations of one calendar month were about, as far as it lies in the period.',
})
export class MonthOfPresentations {
  @Field({ description: 'The month: YYYY-MM.' })
  month: string;

  @Field(() => Int, { nullable: true, description: `How many asked for a referral. ${whenWithheld}.` })
  asked: number | null;

  @Field(() => Int, { nullable: true, description: `How many sold to the room. ${whenWithheld}.` })
  sold: number | null;
}

@ObjectType({
  description:
    'Which degree the presentations in closed meetings aimed at: those that asked for a referral at the second and beyond, those that sold to the room at the first.',
})
export class EffortByDegree {
  @Field(() => Int, { nullable: true, description: `How many asked for a referral. ${whenWithheld}.` })
  asked: number | null;

  @Field(() => Int, { nullable: true, description: `How many sold to the room. ${whenWithheld}.` })
  sold: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many nobody marked, which are in no share. ${whenWithheld}.`,
  })
  unmarked: number | null;

  @Field(() => Float, {
    nullable: true,
    description: `Those that asked divided by all that were marked: from 0 to 1. Null when none was marked. ${whenWithheld}.`,
  })
  askedShare: number | null;

  @Field(() => [MonthOfPresentations], {
    description: 'The trend: every calendar month the period touches, in order; at most 121.',
  })
  byMonth: MonthOfPresentations[];
}
