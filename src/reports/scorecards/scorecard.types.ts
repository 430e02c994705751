import { ArgsType, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { Membership } from '../../members/membership.entity.js';
import { connectionOf, PageArguments } from '../../platform/graphql/connection.js';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.js';
import { Money } from '../../platform/money.js';
import type { MetricKey } from './profile.js';
import { Profile, ScorecardBand } from './profile.types.js';
import { ScorecardDirection, ScorecardMetricKey, ScorecardPer } from './scorecard-enums.js';
import type { ScoredSeat } from './scored-seat.js';

const withheldPoints =
  'Null where points are in proportion to money that is withheld from the viewer, which they would tell';
const withheldMoney = 'Null when the profile counts none of it, and when withheld from the viewer';

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

@ObjectType('ScorecardColour', { description: 'A colour that a score has or could have.' })
export class ShownColour {
  @Field({ description: 'The name.' })
  name: string;

  @Field({ description: 'Shown with the colour, which never stands alone; each colour of a profile has its own.' })
  letter: string;

  @Field(() => Float, { description: 'The fewest points in all that earn it.' })
  min: number;
}

@ObjectType({ description: 'The colour above.' })
export class ScorecardNextColour extends ShownColour {
  @Field(() => Float, { description: 'How many points are missing.' })
  pointsMissing: number;
}

@ObjectType({ description: 'What separates a metric from a better band.' })
export class ScorecardGap {
  @Field(() => ScorecardBand, { nullable: true, description: 'The band; null where points are in proportion.' })
  band: ScorecardBand | null;

  @Field(() => Float, { description: 'The points of the metric once it is reached.' })
  points: number;

  @Field(() => Float, { description: 'The value it takes; with `above` of the band, the value must be more.' })
  value: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "How many more of the metric's acts reach it (fewer, with FEWER): counts, education units, money in major units; of a share, how many more referrals that all count, or how much more indirect return. Null when no number does, and when withheld.",
  })
  needed: number | null;
}

@ObjectType({ description: 'What one metric earned, and why.' })
export class ScorecardMetricScore {
  @Field(() => ScorecardMetricKey, { description: 'What it measures.' })
  key: MetricKey;

  @Field(() => ScorecardPer, { description: 'What the value is divided by.' })
  per: string;

  @Field(() => ScorecardDirection, { description: 'Whether more or fewer earn points.' })
  direction: string;

  @Field({
    description:
      'Whether amount, divisor, value and what is needed are withheld from the viewer: money of too few sellers, or the return of somebody else.',
  })
  withheld: boolean;

  @Field(() => Float, {
    nullable: true,
    description:
      'What was done: a count, education units, money in major units; of a share the part. Null when withheld.',
  })
  amount: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'What it is divided by: countable weeks, months, 1; of a share the whole. Null when withheld.',
  })
  divisor: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Amount by divisor, not rounded. Null when there is nothing to divide by, and when withheld.',
  })
  value: number | null;

  @Field(() => ScorecardBand, {
    nullable: true,
    description: 'The band reached; null below all of them, and where points are in proportion.',
  })
  band: ScorecardBand | null;

  @Field(() => Float, { nullable: true, description: `The points. ${withheldPoints}.` })
  points: number | null;

  @Field(() => Float, { description: 'The most points it can earn.' })
  max: number;

  @Field(() => ScorecardGap, {
    nullable: true,
    description: 'The nearest better band, or the full points where they are in proportion; null at the best.',
  })
  next: ScorecardGap | null;
}

@ObjectType({ description: 'What each figure came to in the window.' })
export class ScorecardFigures {
  @Field(() => Int, { description: 'P: how often he was present in time.' })
  present: number;

  @Field(() => Int, { description: 'A: how often he was absent.' })
  absent: number;

  @Field(() => Int, { description: 'L: how often he was late, or left early.' })
  late: number;

  @Field(() => Int, { description: 'M: how often he was ill.' })
  medical: number;

  @Field(() => Int, { description: 'S: how often he sent a substitute.' })
  substitute: number;

  @Field(() => Int, { description: 'Referrals given, inside and outside.' })
  referralsGiven: number;

  @Field(() => Int, { description: "Of these, contacted within the target of the receiver's club." })
  referralsContactedInTime: number;

  @Field(() => Int, { description: 'Of these, those whose prospect is a customer by now.' })
  referralsBecameCustomers: number;

  @Field(() => Int, { description: 'V: visitors he invited who came for the first time.' })
  visitors: number;

  @Field(() => Int, { description: '1-2-1: one-to-ones he held.' })
  oneToOnes: number;

  @Field(() => Float, { description: 'CEU: education units earned.' })
  educationUnits: number;

  @Field(() => Int, { description: 'T: testimonials given.' })
  testimonials: number;

  @Field(() => Money, { nullable: true, description: `TYFCB: money of deals whose root he was. ${withheldMoney}.` })
  thanked: Money | null;

  @Field(() => Money, { nullable: true, description: `His own return of the first degree. ${withheldMoney}.` })
  directReturn: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: `His own return of the second degree and beyond. ${withheldMoney}.`,
  })
  indirectReturn: Money | null;
}

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

export const ScorecardConnection = connectionOf(Scorecard);
export const MonthlyScorecardConnection = connectionOf(MonthlyScorecard);
