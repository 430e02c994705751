import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Viewer } from '../../identity/viewer.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Deal } from '../deal.entity.js';
import { canChangeDeal } from '../deals.policy.js';
import { Customer } from './customer.js';
import { countsOf, pageOfCustomers } from './customer-lists.js';
import { customersBySeller, sellerKey } from './customers.loaders.js';
import { CustomerConnection, CustomerCounts, CustomersArguments } from './customers.types.js';

@Resolver(() => Viewer)
export class ViewerCustomersResolver {
  @ResolveField(() => CustomerConnection, {
    description:
      'His customers, those to act on first: new and loyal ones with the latest deal first, then potential ones with the latest introduction first, then former ones with the longest time without a deal first.',
  })
  async customers(
    @Parent() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @Args() asked: CustomersArguments,
  ): Promise<Connection<Customer>> {
    return pageOfCustomers(await loaders.loadExisting(customersBySeller, sellerKey(viewer)), asked);
  }

  @ResolveField(() => CustomerCounts, { description: 'How many customers he has.' })
  async customerCounts(@Parent() viewer: Viewer, @RequestLoaders() loaders: Loaders): Promise<CustomerCounts> {
    return countsOf(await loaders.loadExisting(customersBySeller, sellerKey(viewer)));
  }
}

@Resolver(() => Deal)
export class DealCustomerResolver {
  @ResolveField(() => Customer, {
    nullable: true,
    description:
      'Where the seller stands with the buyer; null for anybody but the seller, after a refund of all there ever was, and once the buyer is erased.',
  })
  async customer(
    @Parent() deal: Deal,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Customer | null> {
    if (!canChangeDeal(viewer, deal)) return null;
    const customers = await loaders.loadExisting(customersBySeller, sellerKey(viewer));
    return customers.find(({ dealIds }) => dealIds.includes(deal.id)) ?? null;
  }
}
