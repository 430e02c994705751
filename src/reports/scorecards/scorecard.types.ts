import { ArgsType, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { Membership } from '../../members/membership.entity.js';
import { connectionOf, PageArguments } from '../../platform/graphql/connection.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import {
  ScorecardFigures,
  ScorecardMetricScore,
  ScorecardNextColour,
  ShownColour,
  withheldPoints,
} from './metric-score.types.js';
import { Profile } from './profile.types.js';
import type { ScoredSeat } from './scored-seat.js';

@ArgsType()
export class ScorecardArguments {
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day as of which it is scored; null for today in the club's time zone. Not later than that.",
  })
  on: string | null = null;
}

@ArgsType()
export class ScorecardsArguments extends PageArguments {
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day as of which they are scored; null for today in the club's time zone. Not later than that.",
  })
  on: string | null = null;

  @Field(() => String, { nullable: true, description: 'Only those of the colour of this name; null for all.' })
  colour: string | null = null;
}

@ObjectType('Scorecard', {
  description: 'What a seat scores on a day by the scorecard of its club, with all it was computed from.',
})
export class Scorecard {
  /** What it was made of; the resolver gives the rest of it. */
  scored: ScoredSeat;
  seat: Membership;

  @Field(() => DateScalar, { description: 'The day as of which it is scored.' })
  on: string;

  @Field(() => Profile, { description: 'By what it is scored.' })
  profile: Profile;

  @Field(() => DateScalar, { description: 'The first day that counts.' })
  from: string;

  @Field(() => DateScalar, { description: 'The last day that counts.' })
  to: string;

  @Field(() => Int, { description: 'Countable weeks: P + A + L + M + S, of closed meetings.' })
  weeks: number;

  @Field({ description: 'Whether any meeting of these days is open still. It does not count before it is closed.' })
  provisional: boolean;

  @Field(() => Float, { nullable: true, description: `The points in all, not rounded. ${withheldPoints}.` })
  points: number | null;

  @Field(() => Float, { description: 'The most points there are.' })
  most: number;

  @Field(() => ShownColour, { nullable: true, description: 'The colour; null when the profile has none.' })
  colour: ShownColour | null;

  @Field(() => ScorecardNextColour, {
    nullable: true,
    description: 'The colour above; null at the best, without colours, and when the points are null.',
  })
  nextColour: ScorecardNextColour | null;

  @Field(() => ScorecardFigures, { description: 'What was counted.' })
  figures: ScorecardFigures;

  @Field(() => [ScorecardMetricScore], { description: 'The metrics, in the order of the profile.' })
  metrics: ScorecardMetricScore[];
}

export const ScorecardConnection = connectionOf(Scorecard);
