import { type Sight, sight } from '../sights.js';

/** Matrices, balances, rankings. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const matricesRows: Sight[] = [
  sight(
    'ReferralMatrix',
    'ghent',
    `
    among        . . . . . . s s s s
    from         . . . . . . s s s s
    fromOthers   . . . . . . s s s s
    pairs        . . . . . . s s s s
    reciprocity  . . . . . . s s s s
    rows         . . . . . . s s s s
    to           . . . . . . s s s s
    toOthers     . . . . . . s s s s
  `,
  ),
  sight(
    'Rankings',
    'ghent',
    `
    currency  . . . . . . s s s s
    entries   . . . . . . s s s s
    from      . . . . . . s s s s
    measure   . . . . . . s s s s
    to        . . . . . . s s s s
  `,
  ),
  sight(
    'ReferralBalance',
    'ghent',
    `
    from    . . . . s . s s s s
    months  . . . . s . s s s s
    to      . . . . s . s s s s
  `,
  ),
  sight('ReferralBalance', 'saraSeat', 'months . . . . . . . . . s'),
];

/** What they hold within; what is withheld of single sellers and small groups, their own specs and canaries watch. */
export const wholeMatrices: Record<string, string> = {
  ClubReciprocity: 'mutualPairs pairs share',
  ConversionRate: 'currency day rate source',
  ConvertedReturn: 'currency day gap missingRates rates total',
  MemberReciprocity: 'gaveBack gaveTo share',
  MonthBalance: 'balance cumulative given month received',
  RankingEntry: 'amount count membership rank withheld',
  ReferralCell: 'inside membership outside',
  ReferralMatrixRow: 'cells fromOthers given membership received reciprocity toOthers',
  ReferralPair: 'given givenBack one oneWay other',
  ReferralTally: 'inside outside',
};
