import type { Club } from '../clubs/club.entity.js';
import { fullName } from '../identity/full-name.js';
import { money } from '../platform/money.js';
import type { ClubCounts, CountsTotal } from '../reports/counts/club-counts.types.js';
import type { MemberCounts } from '../reports/counts/member-counts.types.js';
import type { FileLanguage } from './file-language.js';
import type { Cell, NumberCell, Table } from './table.js';

type Counted = MemberCounts | CountsTotal;

/** The columns in the order in which clubs have always read them. */
const columns: [string, (counts: Counted, currency: string) => Cell][] = [
  ['P', ({ present }) => whole(present)],
  ['A', ({ absent }) => whole(absent)],
  ['L', ({ late }) => whole(late)],
  ['M', ({ medical }) => whole(medical)],
  ['S', ({ substitute }) => whole(substitute)],
  ['RGI', ({ referralsGivenInside }) => whole(referralsGivenInside)],
  ['RGO', ({ referralsGivenOutside }) => whole(referralsGivenOutside)],
  ['RRI', ({ referralsReceivedInside }) => whole(referralsReceivedInside)],
  ['RRO', ({ referralsReceivedOutside }) => whole(referralsReceivedOutside)],
  ['V', ({ visitors }) => whole(visitors)],
  ['1-2-1', ({ oneToOnes }) => whole(oneToOnes)],
  ['TYFCB', thankedIn],
  ['CEU', ({ educationUnits }) => educationUnits && { decimal: educationUnits }],
  ['T', ({ testimonials }) => whole(testimonials)],
];

/** The counts as a table: a row for each member the viewer is shown, then the total. What is withheld is empty. */
export function countsTable({ rows, total }: ClubCounts, { currency }: Club, language: FileLanguage): Table {
  const cells = (counts: Counted) => columns.map(([, cell]) => cell(counts, currency));
  return {
    name: 'Counts',
    header: [language.member, language.profession, ...columns.map(([head]) => head)],
    rows: [
      ...(rows ?? []).map((counts) => [fullName(counts.seat), counts.seat.profession, ...cells(counts)]),
      [language.total, null, ...cells(total)],
    ],
  };
}

function whole(count: number | null): NumberCell | null {
  return count === null ? null : { decimal: String(count) };
}

/** In the currency of the club alone; what was thanked for in others is in no file. */
function thankedIn({ thanked, thankedWithheld }: Counted, currency: string): NumberCell | null {
  if (thankedWithheld.includes(currency)) return null;
  const { amount } = thanked.find((each) => each.currency === currency) ?? money(0n, currency);
  return { decimal: amount, currency };
}
