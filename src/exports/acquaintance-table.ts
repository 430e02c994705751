import { fullName } from '../identity/full-name.js';
import type { AcquaintanceMatrix, AcquaintanceRow } from '../reports/acquaintance/acquaintance.types.js';
import type { FileLanguage } from './file-language.js';
import type { Cell, Table } from './table.js';

/** The matrix as a table: members down and across in the same order, and the words of the schema between them. */
export function acquaintanceTable({ rows }: AcquaintanceMatrix, language: FileLanguage): Table {
  return {
    name: 'Acquaintance',
    header: [language.member, language.profession, ...rows.map(({ seat }) => fullName(seat))],
    rows: rows.map((row, place) => [fullName(row.seat), row.seat.profession, ...across(row, place)]),
  };
}

/** The ties of a row, with nothing where it crosses its own column. */
function across({ ties }: AcquaintanceRow, ownPlace: number): Cell[] {
  const words: Cell[] = ties.map(({ acquaintance }) => acquaintance.toUpperCase());
  return words.toSpliced(ownPlace, 0, null);
}
