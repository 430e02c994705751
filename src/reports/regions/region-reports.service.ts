import { Injectable } from '@nestjs/common';
import type { Region } from '../../clubs/region.entity.js';
import { Clock } from '../../platform/clock.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import type { Period } from '../../platform/period.js';
import type { Asking } from '../asking.js';
import { checkPeriod } from '../period.js';
import { canSeeSumsOfRegion } from '../reports.policy.js';
import { regionFacts, regionFactsKey } from './region-facts.loaders.js';
import { regionPeriod } from './region-report.js';
import { type RegionPeriod, RegionReport } from './region-report.types.js';
import { lastTwelveWholeMonths, monthsBefore, wholeMonths } from './whole-months.js';

@Injectable()
export class RegionReportsService {
  constructor(private readonly clock: Clock) {}

  /**
   * The report of a region and all below it; null unless its sums are for the viewer.
   * @param asked null for the last twelve months up to the one it is in UTC
   * @throws DomainError DATE_OUT_OF_RANGE for a period that ends before it begins or lasts more than ten years
   */
  async ofRegion({ viewer, loaders }: Asking, region: Region, asked: Period | null): Promise<RegionReport | null> {
    if (!canSeeSumsOfRegion(viewer, region)) return null;
    const period = this.monthsOf(asked);
    const [current, before] = await Promise.all([
      this.inPeriod(loaders, region, period),
      this.inPeriod(loaders, region, monthsBefore(period)),
    ]);
    return Object.assign(new RegionReport(), current, { region, before });
  }

  /** The whole months of a period somebody asks for. */
  monthsOf(asked: Period | null): Period {
    return asked ? wholeMonths(checkPeriod(asked)) : lastTwelveWholeMonths(this.clock.today('UTC'));
  }

  private async inPeriod(loaders: Loaders, region: Region, period: Period): Promise<RegionPeriod> {
    const key = regionFactsKey(region.id, period, this.clock.today('UTC'));
    return regionPeriod(await loaders.loadExisting(regionFacts, key), period);
  }
}
