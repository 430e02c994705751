import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { fieldOfHeading } from './headings.js';
import { mostRows, type ReadFile, type ReadRow, unreadable, unreadableRow } from './read-row.js';

interface Parsed {
  record: string[];
  /** As it stands in the file. */
  raw: string;
}

const delimiters = [';', ',', '\t'];
/** How many rows tell the delimiter, and among how many first ones the headings are looked for. */
const sampleRows = 20;
/** Some programs write notes above the headings, which cost a few rows. */
const rowsBeforeHeadings = 10;
/** In characters: far more than all that is known of a human. */
const longestRow = 100_000;
const byteOrderMark = '\ufeff';

/**
 * Reads CSV (RFC 4180) whatever it is delimited by. Its headings are the first row in which two are known, or else
 * the first row. Blank rows count for nothing.
 * @throws DomainError FILE_UNREADABLE
 */
export function readCsv(text: string): ReadFile {
  const [, hint, body] = /^\ufeff?(?:sep=(.)\r?\n)?([\s\S]*)$/i.exec(text) ?? ['', undefined, text];
  const content = (body ?? '').replace(byteOrderMark, '');
  const parsed = parseWith(hint ?? delimiterOf(content), content);
  const place = placeOfHeadings(parsed);
  const columns = (parsed[place]?.record ?? []).map((heading) => heading.trim());
  const lines = linesOf(content, parsed, hint === undefined ? 1 : 2);
  const rows = parsed.map((row, index) => readRow(row, columns.length, lines[index] ?? 0));
  return { columns, rows: rows.slice(place + 1) };
}

function readRow({ record }: Parsed, width: number, line: number): ReadRow {
  const cells = record.slice(0, record.findLastIndex((cell) => cell.trim() !== '') + 1);
  if (cells.length > width) return unreadableRow(line, 'The row has more cells than there are headings.');
  return { line, cells, errors: [] };
}

/** On which line each row begins. csv-parse counts line breaks between quotation marks twice. */
function linesOf(content: string, parsed: Parsed[], first: number): number[] {
  let [line, end] = [first, 0];
  return parsed.map(({ raw }) => {
    const text = raw.trim();
    const start = content.indexOf(text, end);
    line += lineBreaksIn(content.slice(end, start));
    const begins = line;
    line += lineBreaksIn(text);
    end = start + text.length;
    return begins;
  });
}

function lineBreaksIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

function parseWith(delimiter: string, content: string, to?: number): Parsed[] {
  try {
    const parsed = parse(content, {
      delimiter,
      to: to ?? mostRows + rowsBeforeHeadings + 1,
      raw: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: longestRow,
    });
    return parsed as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? ` near line ${error.lines}` : '';
    throw unreadable(`The file cannot be read as CSV${line}: a quotation mark may be missing.`);
  }
}

/** The one that makes headings that are known, then the most columns, then rows as long as the headings. */
function delimiterOf(content: string): string {
  const scores = delimiters.map((delimiter) => ({ delimiter, score: scoreOf(delimiter, content) }));
  const [best] = scores.toSorted((one, other) => compare(other.score, one.score));
  return best?.delimiter ?? ',';
}

function scoreOf(delimiter: string, content: string): number[] {
  const parsed = sampleOf(delimiter, content);
  const headings = parsed[placeOfHeadings(parsed)]?.record ?? [];
  const known = headings.filter(fieldOfHeading).length;
  return [known, headings.length, parsed.filter(({ record }) => record.length === headings.length).length];
}

function sampleOf(delimiter: string, content: string): Parsed[] {
  try {
    return parseWith(delimiter, content, sampleRows);
  } catch {
    // It is not delimited by that; if by none, reading the whole says so.
    return [];
  }
}

function compare(one: number[], other: number[]): number {
  const place = one.findIndex((value, index) => value !== other[index]);
  return place < 0 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
}

function placeOfHeadings(parsed: Parsed[]): number {
  const place = parsed
    .slice(0, rowsBeforeHeadings)
    .findIndex(({ record }) => record.filter(fieldOfHeading).length >= 2);
  return Math.max(place, 0);
}
