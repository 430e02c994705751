import { ArgsType, Field } from '@nestjs/graphql';
import { DateScalar } from '../platform/graphql/scalars.js';

/** The period somebody asks for by its ends; `periodBetween` makes it whole. */
@ArgsType()
export class BetweenArguments {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day; null for twelve months up to the last. A period lasts ten years at most.',
  })
  from: string | null = null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day, within the period; null for today in the club's time zone.",
  })
  to: string | null = null;
}
