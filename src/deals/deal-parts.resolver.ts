import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Person } from '../identity/person.entity.js';
import { personById } from '../identity/person.loaders.js';
import { CurrentViewer, type Viewer } from '../identity/viewer.js';
import { RequestLoaders } from '../platform/graphql/context.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { Money, money } from '../platform/money.js';
import { DealAdjustment } from './deal-adjustment.entity.js';
import { dealById } from './deals.loaders.js';
import { canChangeDeal } from './deals.policy.js';
import { Thanks } from './thanks.entity.js';

@Resolver(() => DealAdjustment)
export class DealAdjustmentsResolver {
  @ResolveField(() => Money, { description: 'What was added to the deal; negative for a refund.' })
  async amount(@Parent() adjustment: DealAdjustment, @RequestLoaders() loaders: Loaders): Promise<Money> {
    const { currency } = await loaders.loadExisting(dealById, adjustment.dealId);
    return money(adjustment.amountMinor, currency);
  }

  @ResolveField(() => String, { nullable: true, description: 'Why; null for anybody but the seller.' })
  async reason(
    @Parent() adjustment: DealAdjustment,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<string | null> {
    const deal = await loaders.loadExisting(dealById, adjustment.dealId);
    return canChangeDeal(viewer, deal) ? adjustment.reason : null;
  }
}

@Resolver(() => Thanks)
export class ThanksResolver {
  @ResolveField(() => Person, { description: 'Who was thanked.' })
  thanked(@Parent() thanks: Thanks, @RequestLoaders() loaders: Loaders): Promise<Person> {
    return loaders.loadExisting(personById, thanks.thankedId);
  }
}
