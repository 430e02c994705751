import { fullName } from '../../identity/full-name.js';
import type { AcquaintanceMatrix, AcquaintanceRow } from '../../reports/acquaintance/acquaintance.types.js';
import type { FileLanguage } from '../file-language.js';
import { column, type Table, tableOf, type Words } from '../table.js';
import { seatColumns } from './seat-columns.js';

const title: Words = { en: 'Acquaintance', nl: 'Kennissenkring', fr: 'Connaissances' };

/** A row of the matrix, with nothing where it crosses its own column. */
interface Across {
  row: AcquaintanceRow;
  words: (string | null)[];
}

/** The matrix as a table: members down and across in the same order, and the words of the schema between them. */
export function acquaintanceTable({ rows }: AcquaintanceMatrix, { language }: FileLanguage): Table {
  const columns = [
    ...seatColumns<Across>(({ row }) => row.seat, ''),
    ...rows.map(({ seat }, place) => column('text', fullName(seat), ({ words }: Across) => words[place] ?? null)),
  ];
  const across = rows.map((row, place): Across => ({ row, words: wordsOf(row).toSpliced(place, 0, null) }));
  return tableOf({ name: 'acquaintance', title, columns }, [across], language);
}

function wordsOf({ ties }: AcquaintanceRow): (string | null)[] {
  return ties.map(({ acquaintance }) => acquaintance.toUpperCase());
}
