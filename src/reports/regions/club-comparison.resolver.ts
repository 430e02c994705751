import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Region } from '../../clubs/region.entity.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { type ClubComparison, ClubComparisonArguments, ClubComparisonConnection } from './club-comparison.types.js';
import { ClubComparisonsService } from './club-comparisons.service.js';

/** Club against club. */
@Resolver(() => Region)
export class ClubComparisonResolver {
  constructor(private readonly comparisons: ClubComparisonsService) {}

  @ResolveField(() => ClubComparisonConnection, {
    nullable: true,
    description:
      'The clubs of the region and all below it, by a measure. Null for all but its directors and those of regions above.',
  })
  clubComparison(
    @Parent() region: Region,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @Args() asked: ClubComparisonArguments,
  ): Promise<Connection<ClubComparison> | null> {
    return this.comparisons.ofRegion({ viewer, loaders }, region, asked);
  }
}
