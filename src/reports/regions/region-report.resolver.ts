import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Region } from '../../clubs/region.entity.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { RegionPeriodArguments } from './region-period.types.js';
import { RegionReport } from './region-report.types.js';
import { RegionReportsService } from './region-reports.service.js';

/** What the clubs of a region make of it together. */
@Resolver(() => Region)
export class RegionReportResolver {
  constructor(private readonly reports: RegionReportsService) {}

  @ResolveField(() => RegionReport, {
    nullable: true,
    description:
      'The report of the region and all below it. Null for all but its directors and those of regions above.',
  })
  report(
    @Parent() region: Region,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @Args() { period }: RegionPeriodArguments,
  ): Promise<RegionReport | null> {
    return this.reports.ofRegion({ viewer, loaders }, region, period);
  }
}
