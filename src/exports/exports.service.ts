import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ActivityService } from '../activity/activity.service.js';
import type { Club } from '../clubs/club.entity.js';
import { ClubsService } from '../clubs/clubs.service.js';
import { personById } from '../identity/person.loaders.js';
import type { Viewer } from '../identity/viewer.js';
import { DomainError, found } from '../platform/graphql/errors.js';
import { Loaders } from '../platform/graphql/loaders.js';
import type { Period } from '../platform/period.js';
import { AcquaintanceService } from '../reports/acquaintance/acquaintance.service.js';
import type { Asking } from '../reports/asking.js';
import { CountsService } from '../reports/counts/counts.service.js';
import { acquaintanceTable } from './acquaintance-table.js';
import { countsTable } from './counts-table.js';
import { csvOf } from './csv.js';
import type { ExportRequest } from './export-request.js';
import { type FileLanguage, fileLanguage } from './file-language.js';
import type { Table } from './table.js';
import { xlsxOf } from './xlsx.js';

export type FileFormat = 'csv' | 'xlsx';

export interface ExportedFile {
  name: string;
  contentType: string;
  content: string | Buffer;
  /** What is to be recorded of its download. */
  download: Download;
}

interface Download {
  verb: 'counts.exported' | 'acquaintance.exported';
  club: Club;
  details: Record<string, string>;
}

/** The most members a file of counts, and a matrix of all against all, may have: far more than any club. */
const mostRows = 1_000;
const mostAcross = 300;

const contentTypes: Record<FileFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

@Injectable()
export class ExportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly activity: ActivityService,
    private readonly clubs: ClubsService,
    private readonly countsOfClubs: CountsService,
    private readonly acquaintances: AcquaintanceService,
  ) {}

  /** The counts of a club as the viewer sees them. @throws DomainError NOT_FOUND, DATE_OUT_OF_RANGE, INVALID */
  async counts(viewer: Viewer, asked: ExportRequest, format: FileFormat): Promise<ExportedFile> {
    const { asking, club, language } = await this.prepare(viewer, asked);
    const counts = found(await this.countsOfClubs.ofClub(asking, club, asked), 'club', 'club');
    requireAtMost(mostRows, counts.rows?.length ?? 0);
    const content = await write(countsTable(counts, club, language), language, format);
    const download: Download = { verb: 'counts.exported', club, details: { ...periodOf(counts), format } };
    const name = [club.name, 'counts', counts.from, counts.to, ...(counts.provisional ? ['provisional'] : [])];
    return { name: `${name.join(' ')}.${format}`, contentType: contentTypes[format], content, download };
  }

  /** Who of a club met and referred whom. @throws DomainError NOT_FOUND, DATE_OUT_OF_RANGE, INVALID */
  async acquaintance(viewer: Viewer, asked: ExportRequest, format: FileFormat): Promise<ExportedFile> {
    const { asking, club, language } = await this.prepare(viewer, asked);
    const matrix = found(await this.acquaintances.ofClub(asking, club, asked), 'club', 'club');
    requireAtMost(mostAcross, matrix.rows.length);
    const content = await write(acquaintanceTable(matrix, language), language, format);
    const download: Download = { verb: 'acquaintance.exported', club, details: { ...periodOf(matrix), format } };
    const name = [club.name, 'acquaintance', matrix.from, matrix.to];
    return { name: `${name.join(' ')}.${format}`, contentType: contentTypes[format], content, download };
  }

  /** That figures leave the system is kept, before they do. */
  record(viewer: Viewer, { verb, club, details }: Download): Promise<void> {
    const happening = { actorId: viewer.personId, verb, subject: club, clubId: club.id, details };
    return this.activity.record(this.dataSource.manager, happening);
  }

  private async prepare(
    viewer: Viewer,
    { clubId }: ExportRequest,
  ): Promise<{ asking: Asking; club: Club; language: FileLanguage }> {
    const loaders = new Loaders(this.dataSource);
    const club = found(await this.clubs.find(viewer, clubId), 'club', 'club');
    const { locale } = await loaders.loadExisting(personById, viewer.personId);
    return { asking: { viewer, loaders }, club, language: fileLanguage(locale) };
  }
}

function periodOf({ from, to }: Period): Period {
  return { from, to };
}

async function write(table: Table, language: FileLanguage, format: FileFormat): Promise<string | Buffer> {
  return format === 'csv' ? csvOf(table, language) : xlsxOf(table);
}

/** @throws DomainError INVALID when there are more members than a file holds */
function requireAtMost(most: number, members: number): void {
  if (members > most)
    throw new DomainError('INVALID', `A file holds ${most} members at most, not ${members}.`, ['club']);
}
