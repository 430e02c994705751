import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { DateScalar } from '../platform/graphql/scalars.js';

@InputType({ description: 'A period of civil days, of ten years at most.' })
export class PeriodInput {
  @Field(() => DateScalar, { description: 'The first day.' })
  from: string;

  @Field(() => DateScalar, { description: 'The last day, within the period; not before the first.' })
  to: string;
}

@ArgsType()
export class PeriodArguments {
  @Field(() => PeriodInput, {
    nullable: true,
    description: "The period; null for the last twelve months up to today in the club's time zone.",
  })
  period: PeriodInput | null = null;
}

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
