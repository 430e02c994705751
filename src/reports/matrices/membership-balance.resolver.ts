import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { Membership } from '../../members/membership.entity.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { PeriodArguments } from '../period.types.js';
import { ReferralBalanceService } from './referral-balance.service.js';
import { ReferralBalance } from './referral-balance.types.js';

/** What a member gives and receives in his seat. */
@Resolver(() => Membership)
export class MembershipBalanceResolver {
  constructor(private readonly balances: ReferralBalanceService) {}

  @ResolveField(() => ReferralBalance, {
    nullable: true,
    description:
      'What was given and received in this seat, by month, also after it was left. Null for all but the member himself.',
  })
  referralBalance(
    @Parent() seat: Membership,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @Args() { period }: PeriodArguments,
  ): Promise<ReferralBalance | null> {
    return this.balances.ofSeat({ viewer, loaders }, seat, period);
  }
}
