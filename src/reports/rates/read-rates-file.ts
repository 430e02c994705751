import { parse } from 'csv-parse/sync';
import { isCivilDay, isCurrencyCode } from '../../platform/graphql/scalars.js';

/** What one euro was worth in a currency on a day, and where the file says so. */
export interface FileRate {
  line: number;
  day: string;
  currency: string;
  /** A decimal, as it stands in the file. */
  rate: string;
}

/** What is wrong with a file of rates, and on which line. */
export interface RatesFileError {
  line: number;
  message: string;
}

export interface RatesFile {
  rates: FileRate[];
  errors: RatesFileError[];
}

interface Row {
  line: number;
  cells: string[];
}

const noRate = 'N/A';
const euro = 'EUR';
/** Currencies of the European Central Bank's files that are no more, so that not every machine knows them. */
const withdrawn = ['BGN', 'CYP', 'EEK', 'HRK', 'LTL', 'LVL', 'MTL', 'ROL', 'SIT', 'SKK', 'TRL'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * Reads euro foreign exchange reference rates as the European Central Bank publishes them, as CSV: the history
 * (eurofxref-hist.csv, days as 2026-11-23) and the last day alone (eurofxref.csv, days as 23 November 2026).
 * @param today rates of later days are refused, since what is imported stays for good
 * @returns all rates and all errors; with an error none of the rates is to be used
 */
export function readRatesFile(bytes: Buffer, today: string): RatesFile {
  const text = textOf(bytes);
  if (text === null) return refused('It is no text file. A ZIP file is to be unpacked first.');
  if (text.trim() === '') return refused('The file is empty.');
  if (text.trimStart().startsWith('<')) return refused('It is XML. The same rates are to be had as CSV.');
  const [header, ...rows] = rowsOf(text);
  const headerErrors = header ? errorsOfHeader(header) : [];
  if (!header || headerErrors.length > 0) return { rates: [], errors: headerErrors };
  if (rows.length === 0) return refused('There is no day in it.');
  return readRows(header.cells.slice(1), rows, today);
}

function refused(message: string): RatesFile {
  return { rates: [], errors: [{ line: 1, message }] };
}

/** Null for bytes that are no text. */
function textOf(bytes: Buffer): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Whatever it is, it is not UTF-8, of which the digits and letters of these files are all made.
    return null;
  }
}

/** The rows that hold anything, each without the empty cell behind its last comma. */
function rowsOf(text: string): Row[] {
  const options = { info: true, quote: null, relax_column_count: true, trim: true, skip_empty_lines: true } as const;
  const parsed = parse(text, options) as unknown as { info: { lines: number }; record: string[] }[];
  return parsed.map(({ info, record }) => ({
    line: info.lines,
    cells: record.at(-1) === '' ? record.slice(0, -1) : record,
  }));
}

function errorsOfHeader({ line, cells: [first, ...codes] }: Row): RatesFileError[] {
  if (first !== 'Date' || codes.length === 0) {
    return [{ line, message: 'The first row must be "Date" and the codes of currencies.' }];
  }
  return codes.flatMap((code, place) => {
    if (code === euro) return [{ line, message: 'EUR: the euro has no rate, for all rates are per euro.' }];
    if (!isCurrencyCode(code) && !withdrawn.includes(code))
      return [{ line, message: `${shortened(code)} is no currency.` }];
    return codes.indexOf(code) < place ? [{ line, message: `${code} has two columns.` }] : [];
  });
}

function readRows(codes: string[], rows: Row[], today: string): RatesFile {
  const file: RatesFile = { rates: [], errors: [] };
  const lineOfDay = new Map<string, number>();
  for (const { line, cells } of rows) {
    const [written = '', ...given] = cells;
    const day = dayOf(written);
    const error = errorOfRow({ day, written, given, codes, today, earlier: lineOfDay.get(day ?? '') });
    if (day === null || error !== null) {
      file.errors.push({ line, message: error ?? '' });
      continue;
    }
    lineOfDay.set(day, line);
    codes.forEach((currency, place) => {
      const rate = given[place] ?? '';
      if (isRate(rate)) file.rates.push({ line, day, currency, rate });
      else if (rate !== noRate) file.errors.push({ line, message: `${currency}: "${shortened(rate)}" is no rate.` });
    });
  }
  return file;
}

interface RowToCheck {
  day: string | null;
  written: string;
  given: string[];
  codes: string[];
  today: string;
  /** The line of an earlier row of the same day. */
  earlier: number | undefined;
}

function errorOfRow({ day, written, given, codes, today, earlier }: RowToCheck): string | null {
  if (day === null) return `"${shortened(written)}" is no day.`;
  if (day > today) return `${day} is not there yet.`;
  if (earlier !== undefined) return `${day} stands on line ${earlier} already.`;
  return given.length === codes.length ? null : `It has ${given.length} rates for ${codes.length} currencies.`;
}

/** From 2026-11-23, and from 23 November 2026. */
function dayOf(written: string): string | null {
  const [, date = '', month = '', year = ''] = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/.exec(written) ?? [];
  const number = months.indexOf(month) + 1;
  const day = date === '' ? written : [year, String(number).padStart(2, '0'), date.padStart(2, '0')].join('-');
  return isCivilDay(day) ? day : null;
}

function isRate(text: string): boolean {
  return /^\d{1,12}(\.\d{1,12})?$/.test(text) && /[1-9]/.test(text);
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
