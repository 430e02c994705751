import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Club } from '../../clubs/club.entity.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { PeriodArguments } from '../period.types.js';
import { RankingsService } from './rankings.service.js';
import { RankingArguments, Rankings } from './rankings.types.js';
import { ReferralBalanceService } from './referral-balance.service.js';
import { ReferralBalance } from './referral-balance.types.js';
import { ReferralMatrixService } from './referral-matrix.service.js';
import { ReferralMatrix } from './referral-matrix.types.js';

/** How giving and receiving is spread over a club. */
@Resolver(() => Club)
export class ClubMatricesResolver {
  constructor(
    private readonly matrices: ReferralMatrixService,
    private readonly balances: ReferralBalanceService,
    private readonly rankingsOfClubs: RankingsService,
  ) {}

  @ResolveField(() => ReferralMatrix, {
    nullable: true,
    description: 'Who of its members gave whom how many referrals. Null for all but its members.',
  })
  referralMatrix(
    @Parent() club: Club,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @Args() { period }: PeriodArguments,
  ): Promise<ReferralMatrix | null> {
    return this.matrices.ofClub({ viewer, loaders }, club, period);
  }

  @ResolveField(() => ReferralBalance, {
    nullable: true,
    description:
      'What its members gave and received, by month. Null for all but its members and the directors of its region.',
  })
  referralBalance(
    @Parent() club: Club,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @Args() { period }: PeriodArguments,
  ): Promise<ReferralBalance | null> {
    return this.balances.ofClub({ viewer, loaders }, club, period);
  }

  @ResolveField(() => Rankings, {
    nullable: true,
    description: 'Its members by what they did. Null for all but its members.',
  })
  rankings(
    @Parent() club: Club,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @Args() asked: RankingArguments,
  ): Promise<Rankings | null> {
    return this.rankingsOfClubs.ofClub({ viewer, loaders }, club, asked);
  }
}
