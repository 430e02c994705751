import { Module } from '@nestjs/common';
import { ClubReturnResolver } from './club-return.resolver.js';
import { MembershipReturnResolver } from './membership-return.resolver.js';
import { ReturnReportsService } from './return-reports.service.js';

/**
 * What came of it: read-only figures over what the earlier modules recorded. The return report measures, for a member
 * or a club and any period, how much of the return comes from the second degree and beyond. Money counts on its own
 * day, currencies are never added, and a sum of too few members is shown to none of the others.
 */
@Module({
  providers: [ReturnReportsService, ClubReturnResolver, MembershipReturnResolver],
  exports: [ReturnReportsService],
})
export class ReturnModule {}
