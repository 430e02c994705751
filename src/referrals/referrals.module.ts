import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NetworkModule } from '../network/network.module.js';
import { GiveReferralService } from './give-referral.service.js';
import {
  IntroductionReferralAbilitiesResolver,
  IntroductionReferralResolver,
} from './introduction-referral.resolver.js';
import { ReferFromIntroductionService } from './refer-from-introduction.service.js';
import { Referral } from './referral.entity.js';
import { ReferralFieldsResolver } from './referral-fields.resolver.js';
import { ReferralMove } from './referral-move.entity.js';
import { ReferralMovesResolver } from './referral-moves.resolver.js';
import { ReferralsResolver } from './referrals.resolver.js';
import { ReferralsService } from './referrals.service.js';
import { ViewerReferralsResolver } from './viewer-referrals.resolver.js';

/**
 * Referrals: introductions with a need behind them and a follow-up to do. A referral goes through the sales funnel by
 * dated moves; the receiver promises a first contact and is measured by it; his first act accepts the introduction.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Referral, ReferralMove]), NetworkModule],
  providers: [
    GiveReferralService,
    ReferFromIntroductionService,
    IntroductionReferralAbilitiesResolver,
    ReferralsService,
    ReferralsResolver,
    ReferralFieldsResolver,
    ReferralMovesResolver,
    ViewerReferralsResolver,
    IntroductionReferralResolver,
  ],
  exports: [GiveReferralService, ReferFromIntroductionService, ReferralsService],
})
export class ReferralsModule {}
