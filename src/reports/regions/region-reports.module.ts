import { Module } from '@nestjs/common';
import { ClubComparisonResolver } from './club-comparison.resolver.js';
import { ClubComparisonsService } from './club-comparisons.service.js';
import { RegionReportResolver } from './region-report.resolver.js';
import { RegionReportsService } from './region-reports.service.js';

/**
 * Regions and the whole network, which is the topmost region: their report, and their clubs beside each other. Both
 * read the sums of each club and month (reports/rollups) and no fact, so that a network of ten thousand clubs is told
 * in an instant; they count by whole months. They are for directors of the region or of one above it. These see sums
 * only: none of fewer than five members, nor any that the whole and its other parts would tell, and no single deal.
 */
@Module({
  providers: [RegionReportsService, RegionReportResolver, ClubComparisonsService, ClubComparisonResolver],
  exports: [RegionReportsService],
})
export class RegionReportsModule {}
