import { Injectable } from '@nestjs/common';
import { found } from '../../platform/graphql/errors.js';
import { CountsService } from '../../reports/counts/counts.service.js';
import { exportLimits } from '../export-limits.js';
import { ExportSubjects } from '../export-subjects.service.js';
import type { ReportExport, ReportFiles, ReportRequest } from '../report-export.js';
import { countsTable } from './counts-table.js';
import { requireAtMost } from './member-limit.js';

/** The counts of a club. */
@Injectable()
export class CountsExport implements ReportExport {
  readonly name = 'counts';
  readonly takes = ['club'] as const;
  readonly formats = ['csv', 'xlsx'] as const;

  constructor(
    private readonly subjects: ExportSubjects,
    private readonly counts: CountsService,
  ) {}

  async read(request: ReportRequest): Promise<ReportFiles> {
    const club = await this.subjects.club(request);
    const counts = found(await this.counts.ofClub(request.asking, club, request), 'club', 'club');
    requireAtMost(exportLimits.membersCounted, counts.rows?.length ?? 0);
    return {
      about: { id: club.id, clubId: club.id },
      period: counts,
      name: [club.name, 'counts'],
      provisional: counts.provisional,
      tables: [countsTable(counts, club, request.language)],
    };
  }
}
