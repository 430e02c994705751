import { fullName } from '../../identity/full-name.js';
import type { SeatRow } from '../../reports/counts/seats-in-period.sql.js';
import { type Column, column, type Words } from '../table.js';

export const memberWords: Words = { en: 'Member', nl: 'Lid', fr: 'Membre' };
const professionWords: Words = { en: 'Profession', nl: 'Beroep', fr: 'Profession' };

/** Who a row is about and what his seat is for. @param seatOf null for a row about all */
export function seatColumns<Row>(seatOf: (row: Row) => SeatRow | null, forAll: string): Column<Row>[] {
  return [
    column('text', memberWords, (row) => nameOf(seatOf(row)) ?? forAll),
    column('text', professionWords, (row) => seatOf(row)?.profession ?? null),
  ];
}

function nameOf(seat: SeatRow | null): string | null {
  return seat && fullName(seat);
}
