import { Module } from '@nestjs/common';
import { CountsModule } from '../counts/counts.module.js';
import { ClubMatricesResolver } from './club-matrices.resolver.js';
import { MembershipBalanceResolver } from './membership-balance.resolver.js';
import { RankingEntryResolver, RankingsResolver } from './rankings.resolver.js';
import { RankingsService } from './rankings.service.js';
import { ReferralBalanceService } from './referral-balance.service.js';
import {
  ReferralCellResolver,
  ReferralMatrixResolver,
  ReferralMatrixRowResolver,
  ReferralPairResolver,
} from './referral-matrix.resolver.js';
import { ReferralMatrixService } from './referral-matrix.service.js';

/**
 * How giving and receiving is spread over a club: who gave whom, how far it goes both ways, how it stands by month, and
 * who did most. What is told of single members is for the members of the club; a director sees the months of the whole
 * club, as far as they tell of no small group. What somebody was thanked for is judged once, by the counts.
 */
@Module({
  imports: [CountsModule],
  providers: [
    ReferralMatrixService,
    ReferralBalanceService,
    RankingsService,
    ClubMatricesResolver,
    MembershipBalanceResolver,
    ReferralMatrixResolver,
    ReferralMatrixRowResolver,
    ReferralCellResolver,
    ReferralPairResolver,
    RankingsResolver,
    RankingEntryResolver,
  ],
  exports: [ReferralMatrixService, ReferralBalanceService, RankingsService],
})
export class MatricesModule {}
