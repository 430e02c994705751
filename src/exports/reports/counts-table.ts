import type { Club } from '../../clubs/club.entity.js';
import { type Money, money } from '../../platform/money.js';
import type { ClubCounts, CountsTotal } from '../../reports/counts/club-counts.types.js';
import type { MemberCounts } from '../../reports/counts/member-counts.types.js';
import type { SeatRow } from '../../reports/counts/seats-in-period.sql.js';
import type { FileLanguage } from '../file-language.js';
import { type Column, column, type Table, tableOf, type Words } from '../table.js';
import { seatColumns } from './seat-columns.js';

export type Counted = MemberCounts | CountsTotal;

const title: Words = { en: 'Counts', nl: 'Tellingen', fr: 'Comptes' };
export const totalWords: Words = { en: 'Total', nl: 'Totaal', fr: 'Total' };

/** The columns in the order in which clubs have always read them, under the letters that are the same everywhere. */
export function countColumns(currency: string): Column<Counted>[] {
  return [
    column('integer', 'P', ({ present }) => present),
    column('integer', 'A', ({ absent }) => absent),
    column('integer', 'L', ({ late }) => late),
    column('integer', 'M', ({ medical }) => medical),
    column('integer', 'S', ({ substitute }) => substitute),
    column('integer', 'RGI', ({ referralsGivenInside }) => referralsGivenInside),
    column('integer', 'RGO', ({ referralsGivenOutside }) => referralsGivenOutside),
    column('integer', 'RRI', ({ referralsReceivedInside }) => referralsReceivedInside),
    column('integer', 'RRO', ({ referralsReceivedOutside }) => referralsReceivedOutside),
    column('integer', 'V', ({ visitors }) => visitors),
    column('integer', '1-2-1', ({ oneToOnes }) => oneToOnes),
    column('money', 'TYFCB', (counts) => thankedIn(counts, currency)),
    column('decimal', 'CEU', ({ educationUnits }) => educationUnits),
    column('integer', 'T', ({ testimonials }) => testimonials),
  ];
}

/** The counts as a table: a row for each member the viewer is shown, then the total. What is withheld is empty. */
export function countsTable({ rows, total }: ClubCounts, { currency }: Club, { language }: FileLanguage): Table {
  const columns = [...seatColumns<Counted>(seatOf, totalWords[language]), ...countColumns(currency)];
  return tableOf({ name: 'counts', title, columns }, [[...(rows ?? []), total]], language);
}

function seatOf(counts: Counted): SeatRow | null {
  return 'seat' in counts ? counts.seat : null;
}

/** In the currency of the club alone; what was thanked for in others is in no file. */
function thankedIn({ thanked, thankedWithheld }: Counted, currency: string): Money | null {
  if (thankedWithheld.includes(currency)) return null;
  return thanked.find((each) => each.currency === currency) ?? money(0n, currency);
}
