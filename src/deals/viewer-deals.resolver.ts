import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import { Viewer } from '../identity/viewer.js';
import { type Connection, PageArguments } from '../platform/graphql/connection.js';
import { CreditReceived, creditReceived } from './credit-received.js';
import type { Deal } from './deal.entity.js';
import { DealsService } from './deals.service.js';
import { DealConnection } from './deals.types.js';

@Resolver(() => Viewer)
export class ViewerDealsResolver {
  constructor(
    private readonly dealsService: DealsService,
    private readonly dataSource: DataSource,
  ) {}

  @ResolveField(() => DealConnection, { description: 'The deals he made, the latest first.' })
  deals(@Parent() viewer: Viewer, @Args() page: PageArguments): Promise<Connection<Deal>> {
    return this.dealsService.made(viewer, page);
  }

  @ResolveField(() => DealConnection, { description: 'The deals of others he is credited with, the latest first.' })
  dealsCredited(@Parent() viewer: Viewer, @Args() page: PageArguments): Promise<Connection<Deal>> {
    return this.dealsService.credited(viewer, page);
  }

  @ResolveField(() => [CreditReceived], {
    description:
      'What the deals of others brought of which the credit is his, one entry per currency. Deals whose amount the seller hides are left out.',
  })
  creditReceived(@Parent() viewer: Viewer): Promise<CreditReceived[]> {
    return creditReceived(this.dataSource, viewer.personId);
  }
}
