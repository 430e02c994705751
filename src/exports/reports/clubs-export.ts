import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { found } from '../../platform/graphql/errors.js';
import { periodBetween } from '../../reports/period.js';
import { clubMonthRows } from '../../reports/regions/club-month-rows.js';
import { RegionReportsService } from '../../reports/regions/region-reports.service.js';
import { canSeeSumsOfRegion } from '../../reports/reports.policy.js';
import { ExportSubjects } from '../export-subjects.service.js';
import type { ReportExport, ReportFiles, ReportRequest } from '../report-export.js';
import { clubsTable } from './clubs-table.js';

/** The clubs of a region, or of the whole network, by month: the one report whose length grows with the network. */
@Injectable()
export class ClubsExport implements ReportExport {
  readonly name = 'clubs';
  readonly takes = ['region'] as const;
  readonly formats = ['csv', 'xlsx'] as const;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly subjects: ExportSubjects,
    private readonly reports: RegionReportsService,
  ) {}

  async read(request: ReportRequest): Promise<ReportFiles> {
    const { asking, from, to } = request;
    const visible = await this.subjects.region(request);
    const region = found(canSeeSumsOfRegion(asking.viewer, visible) ? visible : null, 'region', 'region');
    const today = this.clock.today('UTC');
    const isAsked = from !== null || to !== null;
    const period = this.reports.monthsOf(isAsked ? periodBetween(from, to, today) : null);
    const batches = clubMonthRows(this.dataSource, { regionId: region.id, period, today });
    return {
      about: { id: region.id },
      period,
      name: [region.name, 'clubs'],
      tables: [clubsTable(batches, request.language)],
    };
  }
}
