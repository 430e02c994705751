import { Injectable } from '@nestjs/common';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Club } from '../../clubs/club.entity.js';
import { clubById, professionById } from '../../clubs/clubs.loaders.js';

import { fullName } from '../../identity/full-name.js';
import { personById } from '../../identity/person.loaders.js';
import type { Membership } from '../../members/membership.entity.js';
import { Clock } from '../../platform/clock.js';
import { found } from '../../platform/graphql/errors.js';
import { CountsService } from '../../reports/counts/counts.service.js';
import { periodBetween } from '../../reports/period.js';
import type { ReturnReport } from '../../reports/return/return-report.types.js';
import { ReturnReportsService } from '../../reports/return/return-reports.service.js';
import { ExportSubjects } from '../export-subjects.service.js';
import { returnPage } from '../pdf/return-page.js';
import type { ReportExport, ReportFiles, ReportRequest } from '../report-export.js';
import { returnDegreesTable } from './return-degrees-table.js';
import { returnFunnelTable } from './return-funnel-table.js';
import { returnMonthsTable } from './return-months-table.js';
import { returnPromisesTable } from './return-promises-table.js';
import { returnReferralsTable } from './return-referrals-table.js';
import { returnSummaryTable } from './return-summary-table.js';

interface Subject {
  report: ReturnReport;
  club: Club;
  seat: Membership | null;
  /** His name. */
  member: string | null;
}

/** The return report of a club, or of the viewer's own seat; as a page it has the counts beside it. */
@Injectable()
export class ReturnExport implements ReportExport {
  readonly name = 'return';
  readonly takes = ['club', 'member'] as const;
  readonly formats = ['csv', 'xlsx', 'pdf'] as const;

  constructor(
    private readonly subjects: ExportSubjects,
    private readonly returns: ReturnReportsService,
    private readonly counts: CountsService,
    private readonly clock: Clock,
  ) {}

  async read(request: ReportRequest): Promise<ReportFiles> {
    const { asking, language, subject } = request;
    const seat = subject === 'member' ? await this.subjects.seat(request) : null;
    const club = seat ? await asking.loaders.loadExisting(clubById, seat.clubId) : await this.subjects.club(request);
    const period = periodBetween(request.from, request.to, this.clock.today(club.timeZone));
    const report = seat
      ? found(await this.returns.ofSeat(asking, seat, period), 'member', 'member')
      : found(await this.returns.ofClub(asking, club, period), 'club', 'club');
    const member = seat && fullName(await asking.loaders.loadExisting(personById, seat.personId));
    return {
      about: { id: (seat ?? club).id, clubId: club.id },
      period,
      name: [club.name, ...(member ? [member] : []), 'return'],
      tables: [
        returnSummaryTable(report, language),
        returnDegreesTable(report, language),
        returnMonthsTable(report, language),
        returnReferralsTable(report, language),
        await returnFunnelTable(report, language),
        await returnPromisesTable(report, language),
      ],
      page: () => this.page(request, { report, club, seat, member }),
    };
  }

  private async page(request: ReportRequest, { report, club, seat, member }: Subject): Promise<TDocumentDefinitions> {
    const { asking, language } = request;
    const counts = await this.counts.ofClub(asking, club, report);
    const profession = seat && (await asking.loaders.loadExisting(professionById, seat.professionId)).name;
    return returnPage({
      report,
      funnel: await report.funnel,
      promises: await report.promises,
      counts: seat ? (counts?.rows?.find((row) => row.seat.membershipId === seat.id) ?? null) : (counts?.total ?? null),
      ...{ club, member, profession, language, madeOn: this.clock.today(club.timeZone) },
    });
  }
}
