import { Module } from '@nestjs/common';
import { ClubsModule } from '../clubs/clubs.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { MembersModule } from '../members/members.module.js';
import { AcquaintanceModule } from '../reports/acquaintance/acquaintance.module.js';
import { ClubChainsModule } from '../reports/chains/chains.module.js';
import { CountsModule } from '../reports/counts/counts.module.js';
import { MatricesModule } from '../reports/matrices/matrices.module.js';
import { RegionReportsModule } from '../reports/regions/region-reports.module.js';
import { ReturnModule } from '../reports/return/return.module.js';
import { ExportSubjects } from './export-subjects.service.js';
import { ExportsController } from './exports.controller.js';
import { ExportsService } from './exports.service.js';
import { REPORT_EXPORTS, type ReportExport } from './report-export.js';
import { AcquaintanceExport } from './reports/acquaintance-export.js';
import { ChainsExport } from './reports/chains-export.js';
import { ClubsExport } from './reports/clubs-export.js';
import { CountsExport } from './reports/counts-export.js';
import { MatrixExport } from './reports/matrix-export.js';
import { ReturnExport } from './reports/return-export.js';
import { RunningExports } from './running-exports.js';

/** Every report that can be had as files. */
const reports = [AcquaintanceExport, ChainsExport, ClubsExport, CountsExport, MatrixExport, ReturnExport];

/**
 * Reports out: the same figures, from the same services and by the same policies as in GraphQL, as CSV, as a workbook
 * and as a page on paper. They are written in the language and for the spreadsheet program of whoever asks, by his own
 * locale; no text in them is ever a formula; each download leaves a record; and a long one is sent while it is read.
 */
@Module({
  imports: [
    ...[AcquaintanceModule, ClubChainsModule, ClubsModule, CountsModule, IdentityModule, MatricesModule],
    ...[MembersModule, RegionReportsModule, ReturnModule],
  ],
  controllers: [ExportsController],
  providers: [
    ExportSubjects,
    ExportsService,
    RunningExports,
    ...reports,
    { provide: REPORT_EXPORTS, useFactory: (...made: ReportExport[]) => made, inject: reports },
  ],
})
export class ExportsModule {}
