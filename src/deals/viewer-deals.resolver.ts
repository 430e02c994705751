import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewer } from '../identity/viewer.js';
import { type Connection, PageArguments } from '../platform/graphql/connection.js';
import type { Deal } from './deal.entity.js';
import { DealsService } from './deals.service.js';
import { DealConnection } from './deals.types.js';

@Resolver(() => Viewer)
export class ViewerDealsResolver {
  constructor(private readonly dealsService: DealsService) {}

  @ResolveField(() => DealConnection, { description: 'The deals he made, the latest first.' })
  deals(@Parent() viewer: Viewer, @Args() page: PageArguments): Promise<Connection<Deal>> {
    return this.dealsService.made(viewer, page);
  }

  @ResolveField(() => DealConnection, { description: 'The deals of others he is credited with, the latest first.' })
  dealsCredited(@Parent() viewer: Viewer, @Args() page: PageArguments): Promise<Connection<Deal>> {
    return this.dealsService.credited(viewer, page);
  }
}
