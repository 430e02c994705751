import { Injectable } from '@nestjs/common';
import { found } from '../../platform/graphql/errors.js';
import { AcquaintanceService } from '../../reports/acquaintance/acquaintance.service.js';
import { exportLimits } from '../export-limits.js';
import { ExportSubjects } from '../export-subjects.service.js';
import type { ReportExport, ReportFiles, ReportRequest } from '../report-export.js';
import { acquaintanceTable } from './acquaintance-table.js';
import { requireAtMost } from './member-limit.js';

/** Who of a club met and referred whom. */
@Injectable()
export class AcquaintanceExport implements ReportExport {
  readonly name = 'acquaintance';
  readonly takes = ['club'] as const;
  readonly formats = ['csv', 'xlsx'] as const;

  constructor(
    private readonly subjects: ExportSubjects,
    private readonly acquaintances: AcquaintanceService,
  ) {}

  async read(request: ReportRequest): Promise<ReportFiles> {
    const club = await this.subjects.club(request);
    const matrix = found(await this.acquaintances.ofClub(request.asking, club, request), 'club', 'club');
    requireAtMost(exportLimits.membersAcross, matrix.rows.length);
    return {
      about: { id: club.id, clubId: club.id },
      period: matrix,
      name: [club.name, 'acquaintance'],
      tables: [acquaintanceTable(matrix, request.language)],
    };
  }
}
