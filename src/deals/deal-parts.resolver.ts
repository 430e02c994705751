import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Person } from '../identity/person.entity.js';
import { personById } from '../identity/person.loaders.js';
import { RequestLoaders } from '../platform/graphql/context.js';
import { byId, type Loaders } from '../platform/graphql/loaders.js';
import { Money, money } from '../platform/money.js';
import { Deal } from './deal.entity.js';
import { DealAdjustment } from './deal-adjustment.entity.js';
import { Thanks } from './thanks.entity.js';

const dealById = byId(Deal);

@Resolver(() => DealAdjustment)
export class DealAdjustmentsResolver {
  @ResolveField(() => Money, { description: 'What was added to the deal; negative for a refund.' })
  async amount(@Parent() adjustment: DealAdjustment, @RequestLoaders() loaders: Loaders): Promise<Money> {
    const { currency } = await loaders.loadExisting(dealById, adjustment.dealId);
    return money(adjustment.amountMinor, currency);
  }
}

@Resolver(() => Thanks)
export class ThanksResolver {
  @ResolveField(() => Person, { description: 'Who was thanked.' })
  thanked(@Parent() thanks: Thanks, @RequestLoaders() loaders: Loaders): Promise<Person> {
    return loaders.loadExisting(personById, thanks.thankedId);
  }
}
