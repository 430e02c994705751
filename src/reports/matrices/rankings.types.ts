import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { describedEnum } from '../../platform/graphql/enum.js';
import { CurrencyCodeScalar, DateScalar } from '../../platform/graphql/scalars.js';
import { Money } from '../../platform/money.js';
import type { SeatRow } from '../counts/seats-in-period.sql.js';
import { PeriodArguments } from '../period.types.js';

export const RankingMeasure = describedEnum('RankingMeasure', 'By what the members of a club are ranked.', {
  GIVEN: 'Referrals given, inside and outside.',
  RECEIVED: 'Referrals received, inside and outside.',
  THANKED: 'TYFCB: money of deals whose root somebody is, in one currency.',
  VISITORS: 'Visitors invited who came for the first time.',
  ONE_TO_ONES: 'One-to-ones held.',
});
export type RankingMeasure = (typeof RankingMeasure)[keyof typeof RankingMeasure];

@ArgsType()
export class RankingArguments extends PeriodArguments {
  @Field(() => RankingMeasure, { description: 'By what to rank them.' })
  measure: RankingMeasure;

  @Field(() => CurrencyCodeScalar, {
    nullable: true,
    description: "For THANKED the currency to rank in; null for the club's own. The other measures know none.",
  })
  currency: string | null = null;
}

@ObjectType({ description: 'The place of one seat. Who came back after a gap has one for each of his seats.' })
export class RankingEntry {
  /** Whose place it is; the resolver makes a membership of it. */
  seat: SeatRow;

  @Field(() => Int, {
    nullable: true,
    description:
      'From 1 on; who has as much shares a rank, and as many are left out behind it: 1, 1, 3. Null when the amount is withheld.',
  })
  rank: number | null;

  @Field(() => Int, { nullable: true, description: 'How much he did, by the piece; null when ranked by money.' })
  count: number | null;

  @Field(() => Money, {
    nullable: true,
    description: 'What he was thanked for; null when ranked by the piece, or withheld.',
  })
  amount: Money | null;

  @Field({
    description:
      'Whether the amount is withheld from the viewer, since it would tell of too few sellers. Who it is withheld of stands behind the others, by family name.',
  })
  withheld: boolean;
}

@ObjectType({
  description:
    'The members of a club by what they did in a period, from the same counts as `Club.counts`. Who did nothing is not in it.',
})
export class Rankings {
  @Field(() => DateScalar, { description: 'The first day of the period.' })
  from: string;

  @Field(() => DateScalar, { description: 'The last day of the period.' })
  to: string;

  @Field(() => RankingMeasure, { description: 'By what they are ranked.' })
  measure: RankingMeasure;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'The currency; null when ranked by the piece.' })
  currency: string | null;

  /** The resolver gives them in pages. */
  entries: RankingEntry[];
}

export const RankingEntryConnection = connectionOf(RankingEntry);
