import { stringify } from 'csv-stringify/sync';
import type { FileLanguage } from './file-language.js';
import type { Table } from './table.js';

/**
 * The table as CSV (RFC 4180) with a byte order mark, by which spreadsheet programs know UTF-8. A text that they would
 * take for a formula gets an apostrophe before it; numbers are numbers, also with a minus.
 */
export function csvOf({ header, rows }: Table, { delimiter, decimalSign }: FileLanguage): string {
  return stringify([header, ...rows], {
    bom: true,
    delimiter,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: {
      object: (cell) => ({ value: String(cell.decimal).replace('.', decimalSign), escape_formulas: false }),
    },
  });
}
