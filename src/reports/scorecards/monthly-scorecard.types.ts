import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { ShownColour } from './metric-score.types.js';
import type { MetricKey } from './profile.js';
import { Profile } from './profile.types.js';
import { ScorecardMetricKey } from './scorecard-enums.js';

@ObjectType({ description: 'What a metric earned in a month that is past.' })
export class MonthlyMetric {
  @Field(() => ScorecardMetricKey, { description: 'What it measures.' })
  key: MetricKey;

  @Field(() => Float, {
    nullable: true,
    description: 'The value; null when there was nothing to divide by, and for money, which is not kept here.',
  })
  value: number | null;

  @Field(() => Float, { nullable: true, description: 'The points; null where they are in proportion to money.' })
  points: number | null;

  @Field(() => Float, { description: 'The most points it could earn.' })
  max: number;
}

@ObjectType({
  description: 'What a seat had scored at the end of a month. It stays as it was scored then, whatever is corrected.',
})
export class MonthlyScorecard {
  @Field({ description: 'The month: YYYY-MM.' })
  month: string;

  @Field(() => Profile, { description: 'By what it was scored.' })
  profile: Profile;

  @Field(() => Int, { description: 'Countable weeks.' })
  weeks: number;

  @Field(() => Float, {
    nullable: true,
    description: 'The points in all; null when some are in proportion to money.',
  })
  points: number | null;

  @Field(() => Float, { description: 'The most points there were.' })
  most: number;

  @Field(() => ShownColour, { nullable: true, description: 'The colour; null when the profile has none.' })
  colour: ShownColour | null;

  @Field(() => [MonthlyMetric], { description: 'The metrics, in the order of the profile.' })
  metrics: MonthlyMetric[];

  @Field(() => DateTimeScalar, { description: 'When it was scored.' })
  scoredAt: Date;
}

export const MonthlyScorecardConnection = connectionOf(MonthlyScorecard);
