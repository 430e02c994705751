import { Field, ObjectType } from '@nestjs/graphql';
import { currencyDecimals, Money, money } from '../platform/money.js';

@ObjectType({ description: 'Between which amounts a sum lies: a power of ten and the next.' })
export class AmountBand {
  @Field(() => Money, { description: 'It is this much or more.' })
  from: Money;

  @Field(() => Money, { description: 'It is less than this.' })
  below: Money;
}

/** The power of ten of the currency's whole units at or below the amount, and the next; from 0 for less than one. */
export function amountBand(amountMinor: bigint, currency: string): AmountBand {
  const unit = 10n ** BigInt(currencyDecimals(currency));
  let from = 0n;
  let below = unit;
  while (below <= amountMinor) {
    from = below;
    below *= 10n;
  }
  return { from: money(from, currency), below: money(below, currency) };
}
