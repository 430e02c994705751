import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NetworkModule } from '../network/network.module.js';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { ChainReturnResolver, ReferralReturnResolver } from './chain-return.resolver.js';
import { CreditShare, CreditSplit } from './credit-split.entity.js';
import { Deal } from './deal.entity.js';
import { DealAdjustment } from './deal-adjustment.entity.js';
import { DealFieldsResolver } from './deal-fields.resolver.js';
import { DealAdjustmentsResolver, ThanksResolver } from './deal-parts.resolver.js';
import { DealsResolver } from './deals.resolver.js';
import { DealsService } from './deals.service.js';
import { MeetingThanksResolver, ThanksInMeetingResolver } from './meeting-thanks.resolver.js';
import { RecordDealService } from './record-deal.service.js';
import { Thanks } from './thanks.entity.js';
import { ViewerDealsResolver } from './viewer-deals.resolver.js';

/**
 * Closed business and its thanks. A deal's origin, and by it degree and root, are derived when it is recorded; later
 * changes of money are new rows; the whole credit is the root's unless it is split to exactly 100 percent.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([Deal, DealAdjustment, CreditSplit, CreditShare, Thanks]),
    NetworkModule,
    ReferralsModule,
  ],
  providers: [
    RecordDealService,
    DealsService,
    DealsResolver,
    DealFieldsResolver,
    DealAdjustmentsResolver,
    ThanksResolver,
    ViewerDealsResolver,
    ChainReturnResolver,
    ReferralReturnResolver,
    MeetingThanksResolver,
    ThanksInMeetingResolver,
  ],
  exports: [RecordDealService, DealsService],
})
export class DealsModule {}
