import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { pageOfList } from '../../platform/graphql/list-page.js';
import { WarmPathsService } from './warm-paths.service.js';
import { type WarmPath, WarmPathConnection, WarmPaths, WarmPathsArguments } from './warm-paths.types.js';

@Resolver(() => WarmPaths)
export class WarmPathsResolver {
  constructor(private readonly paths: WarmPathsService) {}

  @Query(() => WarmPaths, {
    description:
      'Who can introduce the viewer to somebody: "facility manager hospital Ghent". At most 60 searches an hour.',
  })
  warmPaths(@CurrentViewer() viewer: Viewer, @Args() { search }: WarmPathsArguments): Promise<WarmPaths> {
    return this.paths.search(viewer, search);
  }

  @ResolveField(() => WarmPathConnection, {
    description:
      'The members to ask, one entry each, the strongest path first; at most 50, and at most as many as the viewer has contacts that others can be led to.',
  })
  members(@Parent() { members }: WarmPaths, @Args() page: PageArguments): Connection<WarmPath> {
    return pageOfList(members, page, ({ ask }) => ask.id);
  }
}
