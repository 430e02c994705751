import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Period } from '../platform/period.js';
import type { Asking } from '../reports/asking.js';
import type { FileLanguage } from './file-language.js';
import type { Table } from './table.js';

export const fileFormats = ['csv', 'xlsx', 'pdf'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** Whose figures a report is about; each is a parameter of the request, with the key of one. */
export const exportSubjects = ['club', 'member', 'region'] as const;
export type ExportSubject = (typeof exportSubjects)[number];

/** What a report is asked for, and by whom. */
export interface ReportRequest {
  asking: Asking;
  language: FileLanguage;
  /** One of those the report takes. A member is named by the key of his seat: a membership. */
  subject: ExportSubject;
  subjectId: string;
  /** Null as in GraphQL. */
  from: string | null;
  to: string | null;
}

/** A report as files can hold it. */
export interface ReportFiles {
  /** What it is about, in the record of the download; its club, where it has one. */
  about: { id: string; clubId?: string };
  period: Period;
  /** What the name of the file begins with: whose figures, and which. */
  name: string[];
  /** Whether figures can still change, so that the name of the file says so. */
  provisional?: boolean;
  /** At least one. A workbook holds all, a file of CSV the one that is asked for, or else the first. */
  tables: [Table, ...Table[]];
  /** For a report that comes as a page. */
  page?(): Promise<TDocumentDefinitions>;
}

/**
 * A report that can be had as files: `/exports/<name>.<format>`. It reads the figures from the same service as
 * GraphQL, as whoever asks, so that no file ever holds what he could not see there. A list that may be long is read in
 * batches, while the file is sent; nothing of it is read before.
 */
export interface ReportExport {
  /** One word, which also makes the verb of its record: `<name>.exported`. */
  readonly name: string;
  readonly takes: readonly ExportSubject[];
  readonly formats: readonly FileFormat[];
  /** @throws DomainError NOT_FOUND where there is nothing for the viewer, naming the parameter; and as the service does */
  read(request: ReportRequest): Promise<ReportFiles>;
}

/** The token under which the module gives all of them. */
export const REPORT_EXPORTS = Symbol('REPORT_EXPORTS');
