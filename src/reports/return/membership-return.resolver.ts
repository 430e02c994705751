import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { Membership } from '../../members/membership.entity.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { PeriodArguments } from '../period.types.js';
import { ReturnReport } from './return-report.types.js';
import { ReturnReportsService } from './return-reports.service.js';

/** What a member makes of his seat. */
@Resolver(() => Membership)
export class MembershipReturnResolver {
  constructor(private readonly reports: ReturnReportsService) {}

  @ResolveField(() => ReturnReport, {
    nullable: true,
    description: 'The return under this seat, also after it was left. Null for all but the member himself.',
  })
  returnReport(
    @Parent() seat: Membership,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @Args() { period }: PeriodArguments,
  ): Promise<ReturnReport | null> {
    return this.reports.ofSeat({ viewer, loaders }, seat, period);
  }
}
