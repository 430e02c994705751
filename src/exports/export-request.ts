import { DomainError, found } from '../platform/graphql/errors.js';
import { DateScalar, UuidScalar } from '../platform/graphql/scalars.js';
import { type ExportSubject, exportSubjects, type FileFormat, type ReportExport } from './report-export.js';

/** Which figures somebody wants as a file. */
export interface ExportRequest {
  report: ReportExport;
  format: FileFormat;
  subject: ExportSubject;
  subjectId: string;
  /** Null as in GraphQL. */
  from: string | null;
  to: string | null;
  /** The table of the report that a file of CSV is to hold; null for the first. */
  table: string | null;
}

type Query = Record<string, unknown>;

/**
 * Reads `<report>.<format>?club=&member=&region=&from=&to=&table=`; a parameter that is missing or empty is null.
 * @throws DomainError NOT_FOUND for no such file, INVALID naming the parameter
 */
export function readExportRequest(file: string, query: Query, reports: readonly ReportExport[]): ExportRequest {
  const [, name, ending] = /^([a-z-]+)\.([a-z]+)$/.exec(file) ?? [];
  const report = found(
    reports.find((each) => each.name === name),
    'report',
    'report',
  );
  const format = found(
    report.formats.find((each) => each === ending),
    'format of this report',
    'format',
  );
  return {
    ...{ report, format, ...readSubject(query, report) },
    from: read(query, 'from', DateScalar, 'a day: YYYY-MM-DD'),
    to: read(query, 'to', DateScalar, 'a day: YYYY-MM-DD'),
    table: read(query, 'table', { parseValue: requireWord }, 'the name of a table'),
  };
}

function readSubject(query: Query, { name, takes }: ReportExport): Pick<ExportRequest, 'subject' | 'subjectId'> {
  const given = exportSubjects.flatMap((subject) => {
    const subjectId = read(query, subject, UuidScalar, 'a UUID');
    return subjectId === null ? [] : [{ subject, subjectId }];
  });
  for (const { subject } of given) {
    if (!takes.includes(subject)) throw new DomainError('INVALID', `${name} takes no ${subject}.`, [subject]);
  }
  const [first, second] = given;
  if (second) throw new DomainError('INVALID', `${name} is about one of ${takes.join(', ')}.`, [second.subject]);
  if (first) return first;
  const wanted = takes.join(' or ');
  throw new DomainError('INVALID', `${wanted} says whose figures they are: a UUID.`, [...takes.slice(0, 1)]);
}

function requireWord(value: unknown): string {
  if (typeof value === 'string' && /^[a-z-]{1,40}$/.test(value)) return value;
  throw new Error('Not a word.');
}

function read(
  query: Query,
  name: string,
  scalar: { parseValue(value: unknown): unknown },
  form: string,
): string | null {
  const value = query[name] ?? '';
  if (value === '') return null;
  try {
    return String(scalar.parseValue(value));
  } catch {
    // Whatever the scalar says of it, the parameter is the one to blame.
    throw new DomainError('INVALID', `${name} must be ${form}.`, [name]);
  }
}
