import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Money } from '../../platform/money.js';
import type { MetricKey } from './profile.js';
import { ScorecardBand } from './profile.types.js';
import { ScorecardDirection, ScorecardMetricKey, ScorecardPer } from './scorecard-enums.js';

export const withheldPoints =
  'Null where points are in proportion to money that is withheld from the viewer, which they would tell';
const withheldMoney = 'Null when the profile counts none of it, and when withheld from the viewer';

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
