import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewer } from '../identity/viewer.js';
import { type Connection, PageArguments } from '../platform/graphql/connection.js';
import type { Region } from './region.entity.js';
import { RegionsService } from './regions.service.js';
import { RegionConnection } from './regions.types.js';

/** Where a director begins. */
@Resolver(() => Viewer)
export class ViewerRegionsResolver {
  constructor(private readonly regions: RegionsService) {}

  @ResolveField(() => RegionConnection, {
    description: 'The regions he directs today, by name; those below them, which he directs as well, are not listed.',
  })
  directedRegions(@Parent() viewer: Viewer, @Args() page: PageArguments): Promise<Connection<Region>> {
    return this.regions.directedBy(viewer, page);
  }
}
