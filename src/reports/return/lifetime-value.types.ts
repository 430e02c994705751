import { Field, ObjectType } from '@nestjs/graphql';
import { CurrencyCodeScalar } from '../../platform/graphql/scalars.js';
import { DealsOfChains } from '../chains/club-chains.types.js';

@ObjectType({
  description:
    'What referrals brought in one currency, whenever that was: all deals whose chain passes through one of them, each once. Without deals that others hide.',
})
export class LifetimeValue {
  @Field(() => CurrencyCodeScalar, { description: 'The currency. Amounts of others are never added.' })
  currency: string;

  @Field(() => DealsOfChains, {
    nullable: true,
    description:
      'The deals. Null when withheld: it would tell what too few sellers made whose amounts the viewer does not see anyhow.',
  })
  value: DealsOfChains | null;
}
