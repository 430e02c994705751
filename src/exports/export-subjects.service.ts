import { Injectable } from '@nestjs/common';
import type { Club } from '../clubs/club.entity.js';
import { ClubsService } from '../clubs/clubs.service.js';
import type { Region } from '../clubs/region.entity.js';
import { RegionsService } from '../clubs/regions.service.js';
import { MembersService } from '../members/members.service.js';
import type { Membership } from '../members/membership.entity.js';
import { found } from '../platform/graphql/errors.js';
import type { ReportRequest } from './report-export.js';

/** Finds what a report is asked about, among what the viewer may see. */
@Injectable()
export class ExportSubjects {
  constructor(
    private readonly clubs: ClubsService,
    private readonly members: MembersService,
    private readonly regions: RegionsService,
  ) {}

  /** @throws DomainError NOT_FOUND */
  async club({ asking, subjectId }: ReportRequest): Promise<Club> {
    return found(await this.clubs.find(asking.viewer, subjectId), 'club', 'club');
  }

  /** @throws DomainError NOT_FOUND */
  async seat({ asking, subjectId }: ReportRequest): Promise<Membership> {
    return found(await this.members.find(asking.viewer, subjectId), 'member', 'member');
  }

  /** @throws DomainError NOT_FOUND */
  async region({ asking, subjectId }: ReportRequest): Promise<Region> {
    return found(await this.regions.find(asking.viewer, subjectId), 'region', 'region');
  }
}
