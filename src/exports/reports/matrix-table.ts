import { fullName } from '../../identity/full-name.js';
import type { ReferralMatrix, ReferralMatrixRow, ReferralTally } from '../../reports/matrices/referral-matrix.types.js';
import type { FileLanguage } from '../file-language.js';
import { column, type Table, tableOf, type Words } from '../table.js';
import { seatColumns } from './seat-columns.js';

const title: Words = { en: 'Referrals given', nl: 'Gegeven doorverwijzingen', fr: 'Recommandations données' };
const toOthersWords: Words = { en: 'To other clubs', nl: 'Aan andere clubs', fr: "À d'autres clubs" };
const fromOthersWords: Words = { en: 'From other clubs', nl: 'Van andere clubs', fr: "D'autres clubs" };
const givenWords: Words = { en: 'Given', nl: 'Gegeven', fr: 'Données' };
const receivedWords: Words = { en: 'Received', nl: 'Ontvangen', fr: 'Reçues' };
const shareWords: Words = { en: 'Gave back', nl: 'Gaven terug', fr: 'Ont rendu' };

/** Givers down and receivers across, in the same order, with what is inside and outside together. */
export function matrixTable({ rows }: ReferralMatrix, { language }: FileLanguage): Table {
  const columns = [
    ...seatColumns<ReferralMatrixRow>(({ seat }) => seat, ''),
    ...rows.map(({ seat }) =>
      column('integer', fullName(seat), ({ cells }: ReferralMatrixRow) =>
        whole(cells.find((cell) => cell.seat.membershipId === seat.membershipId) ?? null),
      ),
    ),
    column('integer', toOthersWords, ({ toOthers }: ReferralMatrixRow) => whole(toOthers)),
    column('integer', givenWords, ({ given }: ReferralMatrixRow) => whole(given)),
    column('integer', fromOthersWords, ({ fromOthers }: ReferralMatrixRow) => whole(fromOthers)),
    column('integer', receivedWords, ({ received }: ReferralMatrixRow) => whole(received)),
    column('percent', shareWords, ({ reciprocity }: ReferralMatrixRow) => reciprocity.share),
  ];
  return tableOf({ name: 'matrix', title, columns }, [rows], language);
}

/** Null where there is no cell: nobody gives to himself. */
function whole(tally: ReferralTally | null): number | null {
  return tally && tally.inside + tally.outside;
}
