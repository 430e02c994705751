import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import { currencyDecimals } from '../platform/money.js';
import type { Cell, Table } from './table.js';

const narrow = 9;
const wide = 28;

/** The table as a workbook with one sheet, whose header stays in sight. Texts are never formulas. */
export function xlsxOf({ name, header, rows }: Table): Promise<Buffer> {
  const head = header.map((value): CellObject => ({ value, type: String, fontWeight: 'bold' }));
  const body = rows.map((row) => row.map(cellOf));
  const columns = header.map((_, place) => ({ width: place < 2 ? wide : narrow }));
  return writeExcelFile([head, ...body], { sheet: name, stickyRowsCount: 1, columns }).toBuffer();
}

function cellOf(cell: Cell): CellObject | null {
  if (cell === null) return null;
  if (typeof cell === 'string') return { value: cell, type: String };
  const { decimal, currency } = cell;
  return { value: Number(decimal), type: Number, ...(currency !== undefined && { format: moneyFormat(currency) }) };
}

/** From EUR to `#,##0.00 "EUR"`; the program writes it with the separators of its user. */
function moneyFormat(currency: string): string {
  const places = '0'.repeat(currencyDecimals(currency));
  return `#,##0${places && `.${places}`} "${currency}"`;
}
