import { Module } from '@nestjs/common';
import { ConversionsService } from './conversions.service.js';
import { PeriodConversionResolver, ReportConversionResolver } from './converted-return.resolver.js';
import { RatesService } from './rates.service.js';

/**
 * Exchange rates as the European Central Bank publishes them, and what is converted with them. Currencies are added in
 * converted totals only: the rates they rest on stand beside them, and a rate that was imported is frozen, so that a
 * total can be computed again by anybody. What is suppressed is in no total, and no total is shown without it.
 */
@Module({
  providers: [RatesService, ConversionsService, PeriodConversionResolver, ReportConversionResolver],
  exports: [ConversionsService],
})
export class RatesModule {}
