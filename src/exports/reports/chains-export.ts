import { Injectable } from '@nestjs/common';
import { fullName } from '../../identity/full-name.js';
import { personById } from '../../identity/person.loaders.js';
import { found } from '../../platform/graphql/errors.js';
import type { Asking } from '../../reports/asking.js';
import { ClubChainsService } from '../../reports/chains/club-chains.service.js';
import type { ClubChains } from '../../reports/chains/club-chains.types.js';
import { ExportSubjects } from '../export-subjects.service.js';
import type { ReportExport, ReportFiles, ReportRequest } from '../report-export.js';
import { chainsTables, type RootNames } from './chains-tables.js';

/** The chains of a club, and who began them. */
@Injectable()
export class ChainsExport implements ReportExport {
  readonly name = 'chains';
  readonly takes = ['club'] as const;
  readonly formats = ['csv', 'xlsx'] as const;

  constructor(
    private readonly subjects: ExportSubjects,
    private readonly service: ClubChainsService,
  ) {}

  async read(request: ReportRequest): Promise<ReportFiles> {
    const { asking, language } = request;
    const club = await this.subjects.club(request);
    const chains = found(await this.service.ofClub(asking.viewer, club, request), 'club', 'club');
    return {
      about: { id: club.id, clubId: club.id },
      period: chains,
      name: [club.name, 'chains'],
      tables: chainsTables(chains, await rootNames(asking, chains), language),
    };
  }
}

async function rootNames({ loaders }: Asking, { roots }: ClubChains): Promise<RootNames> {
  const persons = await Promise.all(roots.map(({ rootId }) => loaders.loadExisting(personById, rootId)));
  return new Map(persons.map((person) => [person.id, fullName(person)]));
}
