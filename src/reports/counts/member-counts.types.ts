import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, PageArguments } from '../../platform/graphql/connection.js';
import { CurrencyCodeScalar, DecimalScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import { Money } from '../../platform/money.js';
import type { SeatRow } from './seats-in-period.sql.js';

@ArgsType()
export class MemberCountsArguments extends PageArguments {
  @Field(() => UuidScalar, { nullable: true, description: 'Only those of the seats of this person; null for all.' })
  personId: string | null = null;
}

@ObjectType({
  description: 'What one seat counts in the period. Who came back after a gap has counts for each of his seats.',
})
export class MemberCounts {
  /** Whose counts they are; the resolver makes a membership of it. */
  seat: SeatRow;

  @Field(() => Int, { description: 'P: at how many meetings he was present in time.' })
  present: number;

  @Field(() => Int, { description: 'A: at how many he was absent.' })
  absent: number;

  @Field(() => Int, { description: 'L: at how many he was late, or left early.' })
  late: number;

  @Field(() => Int, { description: 'M: at how many he was ill.' })
  medical: number;

  @Field(() => Int, { description: 'S: to how many he sent a substitute.' })
  substitute: number;

  @Field(() => Int, { description: 'P + A + L + M + S: rates divide by it.' })
  countableWeeks: number;

  @Field(() => Int, { description: 'RGI: referrals given from the seat in which he himself was the prospect.' })
  referralsGivenInside: number;

  @Field(() => Int, { description: "RGO: the other referrals given, by the day of giving in the giver's club." })
  referralsGivenOutside: number;

  @Field(() => Int, { description: 'RRI: referrals received in which the giver was the prospect.' })
  referralsReceivedInside: number;

  @Field(() => Int, { description: "RRO: the other referrals received, by the day of giving in the receiver's club." })
  referralsReceivedOutside: number;

  @Field(() => Int, { description: 'V: visitors he invited who came to a meeting of the club for the first time.' })
  visitors: number;

  @Field(() => Int, { description: '1-2-1: one-to-ones he held, with whomever, while he had the seat.' })
  oneToOnes: number;

  @Field(() => [Money], {
    description:
      'TYFCB: money of deals whose root he was while he had the seat, with adjustments by their own day, by currency in alphabetical order; empty when he was thanked for none. What a seller hides is in no sum. A sum is there only if the sellers whose amounts the viewer does not see anyhow are none, or three or more.',
  })
  thanked: Money[];

  @Field(() => [CurrencyCodeScalar], {
    description: 'The currencies whose sum is withheld from the viewer, since it would tell of too few sellers.',
  })
  thankedWithheld: string[];

  @Field(() => DecimalScalar, { description: 'CEU: education units earned.' })
  educationUnits: string;

  @Field(() => Int, { description: 'T: testimonials given.' })
  testimonials: number;
}

export const MemberCountsConnection = connectionOf(MemberCounts);
