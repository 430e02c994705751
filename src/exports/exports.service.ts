import { Readable } from 'node:stream';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { ActivityService } from '../activity/activity.service.js';
import { Gate } from '../identity/gate.js';
import { personById } from '../identity/person.loaders.js';
import type { Viewer } from '../identity/viewer.js';
import { found } from '../platform/graphql/errors.js';
import { Loaders } from '../platform/graphql/loaders.js';
import { Replica } from '../platform/replica.js';
import { csvOf } from './csv.js';
import { exportLimits } from './export-limits.js';
import { type ExportRequest, readExportRequest } from './export-request.js';
import { type FileLanguage, fileLanguage } from './file-language.js';
import { pdfOf } from './pdf/pdf.js';
import { type FileFormat, REPORT_EXPORTS, type ReportExport, type ReportFiles } from './report-export.js';
import { xlsxOf } from './xlsx.js';

export interface ExportedFile {
  name: string;
  contentType: string;
  /** Of CSV a stream that reads no more of the report than is taken of it. */
  content: Readable | Buffer;
  /** What is to be recorded of its download. */
  download: Download;
}

interface Download {
  verb: `${string}.exported`;
  about: ReportFiles['about'];
  details: Record<string, string>;
}

const contentTypes: Record<FileFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

@Injectable()
export class ExportsService {
  private readonly logger = new Logger(ExportsService.name);
  private readonly memory = new Gate(exportLimits.madeInMemoryAtOnce);

  constructor(
    private readonly replica: Replica,
    private readonly activity: ActivityService,
    @Inject(REPORT_EXPORTS) private readonly reports: readonly ReportExport[],
  ) {}

  /** @throws DomainError NOT_FOUND, INVALID */
  read(file: string, query: Record<string, unknown>): ExportRequest {
    return readExportRequest(file, query, this.reports);
  }

  /**
   * A report as the viewer sees it, as a file for him.
   * @throws DomainError NOT_FOUND, FILE_TOO_LONG, and as the report does
   */
  async make(viewer: Viewer, asked: ExportRequest): Promise<ExportedFile> {
    const loaders = new Loaders(this.replica.primary, this.replica);
    const { locale } = await loaders.loadExisting(personById, viewer.personId);
    const language = fileLanguage(locale);
    const { report, format } = asked;
    const files = await report.read({ ...asked, asking: { viewer, loaders }, language });
    const content = await this.write(files, asked, language);
    const { about, name, period, provisional = false } = files;
    const { from, to } = period;
    const words = [...name, from, to, ...(provisional ? ['provisional'] : [])];
    const details = { from, to, format, ...(format === 'csv' && asked.table !== null && { table: asked.table }) };
    const download: Download = { verb: `${report.name}.exported`, about, details };
    return { name: `${words.join(' ')}.${format}`, contentType: contentTypes[format], content, download };
  }

  /** That figures leave the system is kept, before they do. */
  record(viewer: Viewer, { verb, about, details }: Download): Promise<void> {
    const happening = { actorId: viewer.personId, verb, subject: about, clubId: about.clubId, details };
    return this.activity.record(this.replica.primary.manager, happening);
  }

  private async write(
    files: ReportFiles,
    { format, table }: ExportRequest,
    language: FileLanguage,
  ): Promise<Readable | Buffer> {
    if (format === 'csv') {
      const wanted = files.tables.find(({ name }) => table === null || name === table);
      return this.streamed(csvOf(found(wanted, 'table in this report', 'table'), language));
    }
    if (format === 'xlsx') return this.memory.pass(() => xlsxOf(files.tables));
    return this.memory.pass(async () => pdfOf(await found(files.page, 'page of this report', 'format')()));
  }

  /**
   * Pieces one at a time: the next is made when the client has room for it, and none once he has gone. A failure breaks
   * the stream, and with it the connection, so that what came does not look like the whole file.
   */
  private streamed(pieces: AsyncGenerator<string>): Readable {
    const logger = this.logger;
    async function* logged(): AsyncGenerator<string> {
      try {
        yield* pieces;
      } catch (error) {
        logger.error(error);
        throw new Error('The file broke off.');
      }
    }
    return Readable.from(logged(), { highWaterMark: 1 });
  }
}
