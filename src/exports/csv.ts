import { stringify } from 'csv-stringify/sync';
import type { FileLanguage } from './file-language.js';
import type { CellWriters, Table } from './table.js';

/** What is written as it stands: a number, with a minus or not, is no formula. */
interface Plain {
  plain: string;
}

/**
 * The table as CSV (RFC 4180), a piece for each batch of its rows, with a byte order mark, by which spreadsheet
 * programs know UTF-8. A text that they would take for a formula gets an apostrophe before it. A share is a decimal
 * from 0 to 1; days and months are as in ISO 8601.
 */
export async function* csvOf(table: Table, { delimiter, decimalSign }: FileLanguage): AsyncGenerator<string> {
  const plain = (value: string | number): Plain => ({ plain: String(value) });
  const decimal = (value: string | number): Plain => plain(String(value).replace('.', decimalSign));
  const writers: CellWriters<string | Plain> = {
    text: (text) => text,
    integer: plain,
    decimal,
    money: ({ amount }) => decimal(amount),
    percent: decimal,
    day: plain,
    month: plain,
  };
  const write = (rows: (string | Plain | null)[][], bom = false) =>
    stringify(rows, {
      bom,
      delimiter,
      record_delimiter: 'windows',
      escape_formulas: true,
      cast: { object: (cell) => ({ value: String(cell.plain), escape_formulas: false }) },
    });
  yield write([table.columns.map(({ heading }) => heading)], true);
  for await (const rows of table.rowsAs(writers)) {
    if (rows.length > 0) yield write(rows);
  }
}
