import { ArgsType, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, PageArguments } from '../../platform/graphql/connection.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import type { SeatRow } from '../counts/seats-in-period.sql.js';

@ObjectType({ description: 'A number of referrals, inside and outside apart.' })
export class ReferralTally {
  @Field(() => Int, { description: 'Those in which the giver himself was the prospect.' })
  inside: number;

  @Field(() => Int, { description: 'The others.' })
  outside: number;
}

@ObjectType({ description: 'How many referrals the member of the row gave to one of the others.' })
export class ReferralCell extends ReferralTally {
  /** Who received them; the resolver makes a membership of it. */
  seat: SeatRow;
}

@ObjectType({
  description:
    'Of the members somebody gave to, how many gave to him. It is between persons, whichever seats they had in the period.',
})
export class MemberReciprocity {
  @Field(() => Int, { description: 'To how many members of the club he gave.' })
  gaveTo: number;

  @Field(() => Int, { description: 'How many of these gave to him.' })
  gaveBack: number;

  @Field(() => Float, { nullable: true, description: 'Their part, from 0 to 1; null when he gave to none.' })
  share: number | null;
}

@ObjectType({ description: 'One seat: a row of what was given from it, and a column of what was received in it.' })
export class ReferralMatrixRow {
  /** Whose row it is; the resolver makes a membership of it. */
  seat: SeatRow;

  /** The resolver gives them in pages. */
  cells: ReferralCell[];

  @Field(() => ReferralTally, { description: 'What he gave to members of other clubs: the last column.' })
  toOthers: ReferralTally;

  @Field(() => ReferralTally, { description: 'What members of other clubs gave to him: the last row.' })
  fromOthers: ReferralTally;

  @Field(() => ReferralTally, { description: 'All he gave: the sum of the row, with what others received.' })
  given: ReferralTally;

  @Field(() => ReferralTally, { description: 'All he received: the sum of the column, with what others gave.' })
  received: ReferralTally;

  @Field(() => MemberReciprocity, { description: 'How many of those he gave to gave to him.' })
  reciprocity: MemberReciprocity;
}

@ObjectType({ description: 'Two members of whom at least one gave to the other.' })
export class ReferralPair {
  /** Where it stands among the pairs of its club. */
  place: number;

  /** The resolver makes a membership of it. Of several seats in the period it is the last. */
  oneSeat: SeatRow;

  otherSeat: SeatRow;

  @Field(() => ReferralTally, { description: 'What the one gave to the other.' })
  given: ReferralTally;

  @Field(() => ReferralTally, { description: 'What the other gave to the one.' })
  givenBack: ReferralTally;

  @Field({ description: 'Whether it only goes one way: from the one to the other.' })
  oneWay: boolean;
}

@ArgsType()
export class ReferralPairArguments extends PageArguments {
  @Field({ defaultValue: false, description: 'Only those that go one way.' })
  oneWayOnly: boolean = false;
}

@ObjectType({ description: 'How far the referrals within a club go both ways.' })
export class ClubReciprocity {
  @Field(() => Int, { description: 'Between how many pairs of members any referral went.' })
  pairs: number;

  @Field(() => Int, { description: 'Between how many of these both ways.' })
  mutualPairs: number;

  @Field(() => Float, { nullable: true, description: 'Their part, from 0 to 1; null without any pair.' })
  share: number | null;
}

@ObjectType({
  description:
    'Who of a club gave whom how many referrals in a period: a row and a column for each seat held on at least one day of it. A referral is of its day in the club of its giver; one from another club, of its day here.',
})
export class ReferralMatrix {
  @Field(() => DateScalar, { description: 'The first day of the period.' })
  from: string;

  @Field(() => DateScalar, { description: 'The last day of the period.' })
  to: string;

  /** The resolver gives them in pages. */
  rows: ReferralMatrixRow[];

  /** The resolver gives them in pages. */
  pairs: ReferralPair[];

  @Field(() => ReferralTally, { description: 'What members gave to members: the sum of all cells.' })
  among: ReferralTally;

  @Field(() => ReferralTally, {
    description: 'What members gave to members of other clubs: the sum of the last column.',
  })
  toOthers: ReferralTally;

  @Field(() => ReferralTally, { description: 'What members of other clubs gave to members: the sum of the last row.' })
  fromOthers: ReferralTally;

  @Field(() => ClubReciprocity, { description: 'How far it goes both ways.' })
  reciprocity: ClubReciprocity;
}

export const ReferralMatrixRowConnection = connectionOf(ReferralMatrixRow);
export const ReferralCellConnection = connectionOf(ReferralCell);
export const ReferralPairConnection = connectionOf(ReferralPair);
