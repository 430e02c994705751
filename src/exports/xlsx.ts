import writeExcelFile, { type CellObject, type Sheet } from 'write-excel-file/node';
import { DomainError } from '../platform/graphql/errors.js';
import { currencyDecimals } from '../platform/money.js';
import { exportLimits } from './export-limits.js';
import type { CellWriters, ColumnType, Table } from './table.js';

/** In characters, roughly. The first two columns say what a row is about. */
const widths: Record<ColumnType, number> = {
  ...{ text: 14, integer: 9, decimal: 9, money: 16, percent: 9, day: 11, month: 9 },
};
const wide = 28;

/** A number is written with the separators of whoever opens the workbook. */
const writers: CellWriters<CellObject> = {
  text: (value) => ({ value, type: String }),
  integer: (value) => ({ value, type: Number }),
  decimal: (value) => ({ value: Number(value), type: Number }),
  money: ({ amount, currency }) => ({ value: Number(amount), type: Number, format: moneyFormat(currency) }),
  percent: (value) => ({ value, type: Number, format: '0.0%' }),
  day: (value) => ({ value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }),
  month: (value) => ({ value: new Date(`${value}-01T00:00:00Z`), type: Date, format: 'yyyy-mm' }),
};

/**
 * The tables as a workbook with a sheet for each, whose header stays in sight. Texts are never formulas. It is made in
 * memory, and holds no more rows than the limit.
 * @throws DomainError FILE_TOO_LONG, which names CSV as the way
 */
export async function xlsxOf(tables: readonly Table[]): Promise<Buffer> {
  const sheets: Sheet<Buffer>[] = [];
  let rowsLeft = exportLimits.workbookRows;
  for (const table of tables) {
    const head = table.columns.map(({ heading }): CellObject => ({ value: heading, type: String, fontWeight: 'bold' }));
    const data: (CellObject | null)[][] = [head];
    for await (const rows of table.rowsAs(writers)) {
      rowsLeft -= rows.length;
      if (rowsLeft < 0) throw tooLong();
      for (const row of rows) data.push(row);
    }
    sheets.push({ data, sheet: table.title, stickyRowsCount: 1, columns: columnsOf(table) });
  }
  return writeExcelFile(sheets).toBuffer();
}

function columnsOf({ columns }: Table): { width: number }[] {
  return columns.map(({ type }, place) => ({ width: place < 2 && type === 'text' ? wide : widths[type] }));
}

/** From EUR to `#,##0.00 "EUR"`; the program writes it with the separators of its user. */
function moneyFormat(currency: string): string {
  const places = '0'.repeat(currencyDecimals(currency));
  return `#,##0${places && `.${places}`} "${currency}"`;
}

function tooLong(): DomainError {
  const message = `A workbook holds ${exportLimits.workbookRows} rows at most. Ask for CSV, which has no such limit.`;
  return new DomainError('FILE_TOO_LONG', message, ['format']);
}
