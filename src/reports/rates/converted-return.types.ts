import { Field, ObjectType } from '@nestjs/graphql';
import { describedEnum } from '../../platform/graphql/enum.js';
import { CurrencyCodeScalar, DateScalar, DecimalScalar } from '../../platform/graphql/scalars.js';
import { Money } from '../../platform/money.js';

export const ConversionGap = describedEnum('ConversionGap', 'Why there is no converted total.', {
  SUPPRESSED: 'The return in some currency is suppressed, and the total would tell it.',
  RATE_MISSING: 'A currency it takes has no rate on the day or before it.',
});
export type ConversionGap = (typeof ConversionGap)[keyof typeof ConversionGap];

@ObjectType({ description: 'A rate that a total was converted with. Once imported it never changes.' })
export class ConversionRate {
  @Field(() => CurrencyCodeScalar, { description: 'The currency.' })
  currency: string;

  @Field(() => DecimalScalar, { description: 'What one euro was worth in it.' })
  rate: string;

  @Field(() => DateScalar, {
    description: 'The day of the rate: that of the conversion, or the last one before it with a rate.',
  })
  day: string;

  @Field({ description: 'Who published it.' })
  source: string;
}

@ObjectType({
  description:
    'The return of all currencies in one: each converted by way of the euro with a rate shown here, and the sum rounded once, half a last place away from zero.',
})
export class ConvertedReturn {
  @Field(() => CurrencyCodeScalar, { description: 'The currency it was converted to.' })
  currency: string;

  @Field(() => DateScalar, { description: 'The day of the conversion: the last of the period.' })
  day: string;

  @Field(() => Money, { nullable: true, description: 'The whole return, of all degrees; null with a reason in `gap`.' })
  total: Money | null;

  @Field(() => ConversionGap, { nullable: true, description: 'Why there is no total; null when there is one.' })
  gap: ConversionGap | null;

  @Field(() => [CurrencyCodeScalar], { description: 'The currencies without a rate, in alphabetical order.' })
  missingRates: string[];

  @Field(() => [ConversionRate], {
    description:
      'The rates it was converted with, by currency in alphabetical order. The euro needs none, nor does return that is in the asked-for currency only.',
  })
  rates: ConversionRate[];
}
