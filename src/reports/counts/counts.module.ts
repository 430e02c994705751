import { Module } from '@nestjs/common';
import { ClubCountsResolver, CountsMembersResolver, MemberCountsResolver } from './club-counts.resolver.js';
import { CountsService } from './counts.service.js';

/**
 * The counts of the weekly meeting, as a projection of what was recorded: nothing is typed twice, and nothing can be
 * lost on the way. Letters and visitors of meetings that are open still make them provisional. Who sits in the club
 * sees them whole, a director of its region sees sums that tell of no small group. What somebody was thanked for is
 * the sellers' to show: no sum, and no difference of sums shown together, tells the amount of fewer than three.
 */
@Module({
  providers: [CountsService, ClubCountsResolver, CountsMembersResolver, MemberCountsResolver],
  exports: [CountsService],
})
export class CountsModule {}
