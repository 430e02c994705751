import { ArgsType, Field } from '@nestjs/graphql';
import { PeriodInput } from '../period.types.js';

@ArgsType()
export class RegionPeriodArguments {
  @Field(() => PeriodInput, {
    nullable: true,
    description:
      'The period, made longer to whole calendar months: every month it touches counts in full. Null for the last twelve months up to the current one in UTC.',
  })
  period: PeriodInput | null = null;
}
