import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../../platform/graphql/payload.js';
import { CurrencyCodeScalar, DateScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import { OneLine } from '../../platform/graphql/text.js';
import type { MetricKey } from './profile.js';
import { ScorecardChoice } from './scorecard-choice.entity.js';
import { ScorecardDirection, ScorecardMetricKey, ScorecardPer, ScorecardWindow } from './scorecard-enums.js';

const orElse = 'null when the band is of another form';

@ObjectType({ description: 'Points for a value that reaches a limit. It has one limit of three.' })
export class ScorecardBand {
  @Field(() => Float, { nullable: true, description: `The least the value must be; ${orElse}.` })
  min: number | null;

  @Field(() => Float, { nullable: true, description: `What the value must be more than; ${orElse}.` })
  above: number | null;

  @Field(() => Float, { nullable: true, description: `The most the value may be; ${orElse}.` })
  max: number | null;

  @Field(() => Float, { description: 'The points.' })
  points: number;
}

@ObjectType({ description: 'Points in proportion to a value, never below 0 nor above the most of the metric.' })
export class ScorecardProportion {
  @Field(() => Float, { nullable: true, description: 'The points at a value of 0; null with `fullAt`.' })
  from: number | null;

  @Field(() => Float, { nullable: true, description: 'How many more for each unit; null with `fullAt`.' })
  perUnit: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The value that earns the most, less of it a part as large; null with `from` and `perUnit`.',
  })
  fullAt: number | null;
}

@ObjectType({ description: 'One metric of a profile.' })
export class ScorecardMetric {
  @Field(() => ScorecardMetricKey, { description: 'What it measures.' })
  key: MetricKey;

  @Field(() => ScorecardPer, { description: 'What its value is divided by.' })
  per: string;

  @Field(() => ScorecardDirection, { description: 'Whether more or fewer earn points.' })
  direction: string;

  @Field(() => [ScorecardBand], { description: 'The bands, of which the best reached counts; empty with proportion.' })
  bands: ScorecardBand[];

  @Field(() => ScorecardProportion, { nullable: true, description: 'Points in proportion; null with bands.' })
  proportion: ScorecardProportion | null;

  @Field(() => Float, { description: 'The most points it can earn.' })
  max: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many times late make an absence; null for metrics that do not count it so.',
  })
  latePerAbsence: number | null;
}

@ObjectType({ description: 'A colour of a profile.' })
export class ScorecardColourRange {
  @Field(() => Float, { description: 'The fewest points in all that earn it.' })
  min: number;

  @Field({ description: 'The name.' })
  name: string;
}

@ObjectType('ScorecardProfile', {
  description: 'A scorecard as data. The same code and version never means anything else.',
})
export class Profile {
  @Field({ description: 'By what it is chosen: its `id` in the JSON.' })
  code: string;

  @Field(() => Int, { description: 'The version.' })
  version: number;

  @Field({ description: "Whether it comes with Kring; else it is the network's own." })
  builtIn: boolean;

  @Field(() => DateScalar, { description: 'The first day it scores.' })
  validFrom: string;

  @Field(() => CurrencyCodeScalar, {
    nullable: true,
    description:
      "The currency of its bands of money: what was thanked in others does not count. Null when it has none. A share of the return is taken in the club's own currency.",
  })
  currency: string | null;

  @Field(() => ScorecardWindow, { description: 'Which months it counts.' })
  window: string;

  @Field(() => Int, { description: 'How many months it counts.' })
  months: number;

  @Field(() => [ScorecardMetric], { description: 'What it measures, in order.' })
  metrics: ScorecardMetric[];

  @Field(() => [ScorecardColourRange], { description: 'Its colours, from the best; empty when it has none.' })
  colours: ScorecardColourRange[];
}

export const ProfileConnection = connectionOf(Profile, 'ScorecardProfile');
export const ScorecardChoiceConnection = connectionOf(ScorecardChoice);

@InputType({ description: "A profile of a network's own, or a new version of one." })
export class AddScorecardProfileInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The network.' })
  networkId: string;

  @Field({ description: 'The profile as JSON, of 60,000 characters at most; docs/domain.md says of what form.' })
  @IsString()
  @Length(1, 60_000)
  profile: string;
}

@InputType({ description: 'The scorecard a club uses from a day on.' })
export class ChooseScorecardInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The club.' })
  clubId: string;

  @Field({ description: 'The code of the profile.' })
  @OneLine(60)
  profile: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version; null for whichever is the latest that has begun on the day scored.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version: number | null = null;

  @Field(() => DateScalar, { description: "The first day it holds, in the club's time zone: today or later." })
  from: string;
}

@ObjectType({ description: "The answer to an act on a network's scorecards." })
export class ScorecardProfilePayload extends Payload {
  @Field(() => Profile, { nullable: true, description: 'The profile; null when the act was refused.' })
  profile?: Profile;
}

@ObjectType({ description: "The answer to a choice of a club's scorecard." })
export class ScorecardChoicePayload extends Payload {
  @Field(() => ScorecardChoice, { nullable: true, description: 'The choice; null when the act was refused.' })
  choice?: ScorecardChoice;
}
