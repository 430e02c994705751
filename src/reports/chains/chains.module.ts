import { Module } from '@nestjs/common';
import {
  ChainRootResolver,
  ChainsOfClubResolver,
  ClubChainResolver,
  ClubChainsResolver,
} from './club-chains.resolver.js';
import { ClubChainsService } from './club-chains.service.js';
import { FirstIntroductionResolver, ViewerFirstIntroductionsResolver } from './first-introductions.resolver.js';

/**
 * Chains of a club: which first introductions went furthest, and what each root's chains brought. A chain serves one
 * seller, so its money is his alone; to the others of the club a chain is its shape, and money is shown in sums of
 * three sellers.
 */
@Module({
  providers: [
    ClubChainsService,
    ClubChainsResolver,
    ChainsOfClubResolver,
    ClubChainResolver,
    ChainRootResolver,
    ViewerFirstIntroductionsResolver,
    FirstIntroductionResolver,
  ],
  exports: [ClubChainsService],
})
export class ClubChainsModule {}
