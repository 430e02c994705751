import { Field, Float, ObjectType } from '@nestjs/graphql';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { ShownColour } from './metric-score.types.js';
import type { MetricKey } from './profile.js';
import { ScorecardMetricKey } from './scorecard-enums.js';

@ObjectType({ description: 'One step on the way to a colour.' })
export class ScorecardStep {
  @Field(() => ScorecardMetricKey, { description: 'The metric that changes.' })
  key: MetricKey;

  @Field(() => Float, { description: 'Its points on that day if nothing more is done.' })
  pointsNow: number;

  @Field(() => Float, { description: 'Its points once all steps are done.' })
  pointsThen: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'How many more acts it takes, as the gap of a metric counts them; 0 for what changes with another step alone. Null when withheld.',
  })
  needed: number | null;
}

@ObjectType({
  description:
    'The cheapest way to a colour by what can still be done in the running month, with the meetings to come attended.',
})
export class ScorecardPath {
  @Field(() => DateScalar, { description: 'The day on which the scorecard has that colour once it is done.' })
  on: string;

  @Field(() => ShownColour, { description: 'The colour.' })
  colour: ShownColour;

  @Field(() => Float, { description: 'The points in all once it is done.' })
  points: number;

  @Field(() => Float, { description: 'How many acts in all; money is not counted in.' })
  acts: number;

  @Field(() => [ScorecardStep], {
    description: 'The metrics that change, in the order of the profile; empty when the colour is had already.',
  })
  steps: ScorecardStep[];
}
