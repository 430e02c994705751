import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { ShownColour } from './metric-score.types.js';
import type { MetricKey, ScorecardFigure } from './profile.js';
import { ScorecardFigureName, ScorecardMetricKey } from './scorecard-enums.js';

const withheldPoints = 'Null where points are in proportion to money that is withheld from the viewer';

@ObjectType({ description: 'What stops to count.' })
export class LeavingFigure {
  @Field(() => DateScalar, { description: 'The day it was done.' })
  day: string;

  @Field(() => ScorecardFigureName, { description: 'What was done.' })
  figure: ScorecardFigure;

  @Field(() => Float, { description: 'How much: a count, education units, money in major units.' })
  amount: number;
}

@ObjectType({ description: 'A metric in a month to come.' })
export class ForecastMetricScore {
  @Field(() => ScorecardMetricKey, { description: 'What it measures.' })
  key: MetricKey;

  @Field(() => Float, {
    nullable: true,
    description: 'The value; null when there is nothing to divide by, and when withheld from the viewer.',
  })
  value: number | null;

  @Field(() => Float, { nullable: true, description: `The points. ${withheldPoints}.` })
  points: number | null;

  @Field(() => Float, { description: 'The most points it can earn.' })
  max: number;

  @Field(() => Float, {
    nullable: true,
    description: `Against the month before; of the first, against the day of the scorecard. ${withheldPoints}.`,
  })
  pointsChange: number | null;

  @Field(() => [LeavingFigure], {
    description: 'What still counted for it the month before and does not any more. Without money that is withheld.',
  })
  leaving: LeavingFigure[];
}

@ObjectType({ description: 'What a scorecard comes to in a month when nothing more is done than to attend as usual.' })
export class ScorecardForecastMonth {
  @Field({ description: 'The month: YYYY-MM.' })
  month: string;

  @Field(() => DateScalar, { description: 'The day on which it stands so.' })
  on: string;

  @Field(() => DateScalar, { description: 'The first day that counts.' })
  from: string;

  @Field(() => DateScalar, { description: 'The last day that counts.' })
  to: string;

  @Field(() => Int, { description: 'Meetings to come at which he is taken to be present.' })
  assumedMeetings: number;

  @Field(() => Int, { description: 'Countable weeks, these meetings within.' })
  weeks: number;

  @Field(() => Float, { nullable: true, description: `The points in all. ${withheldPoints}.` })
  points: number | null;

  @Field(() => Float, { description: 'The most points there are.' })
  most: number;

  @Field(() => ShownColour, {
    nullable: true,
    description: 'The colour; null when the profile has none, and when the points are null.',
  })
  colour: ShownColour | null;

  @Field(() => [ForecastMetricScore], { description: 'The metrics, in the order of the profile.' })
  metrics: ForecastMetricScore[];
}
