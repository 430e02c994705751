import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Club } from '../../clubs/club.entity.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { PeriodArguments } from '../period.types.js';
import { ReturnReport } from './return-report.types.js';
import { ReturnReportsService } from './return-reports.service.js';

/** What the members of a club make of it together. */
@Resolver(() => Club)
export class ClubReturnResolver {
  constructor(private readonly reports: ReturnReportsService) {}

  @ResolveField(() => ReturnReport, {
    nullable: true,
    description: 'The return of the club. Null for all but its members and the directors of its region.',
  })
  returnReport(
    @Parent() club: Club,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @Args() { period }: PeriodArguments,
  ): Promise<ReturnReport | null> {
    return this.reports.ofClub({ viewer, loaders }, club, period);
  }
}
