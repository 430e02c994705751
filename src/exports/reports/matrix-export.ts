import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { found } from '../../platform/graphql/errors.js';
import { ReferralMatrixService } from '../../reports/matrices/referral-matrix.service.js';
import { periodBetween } from '../../reports/period.js';
import { ExportSubjects } from '../export-subjects.service.js';
import type { ReportExport, ReportFiles, ReportRequest } from '../report-export.js';
import { matrixTable } from './matrix-table.js';

/** Who of a club gave whom how many referrals. */
@Injectable()
export class MatrixExport implements ReportExport {
  readonly name = 'matrix';
  readonly takes = ['club'] as const;
  readonly formats = ['csv', 'xlsx'] as const;

  constructor(
    private readonly clock: Clock,
    private readonly subjects: ExportSubjects,
    private readonly matrices: ReferralMatrixService,
  ) {}

  async read(request: ReportRequest): Promise<ReportFiles> {
    const club = await this.subjects.club(request);
    const period = periodBetween(request.from, request.to, this.clock.today(club.timeZone));
    const matrix = found(await this.matrices.ofClub(request.asking, club, period), 'club', 'club');
    return {
      about: { id: club.id, clubId: club.id },
      period,
      name: [club.name, 'matrix'],
      tables: [matrixTable(matrix, request.language)],
    };
  }
}
