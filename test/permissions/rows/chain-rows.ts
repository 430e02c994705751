import { type Sight, sight } from '../sights.js';

/** Chains of a club. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const chainRows: Sight[] = [
  sight(
    'ClubChains',
    'ghent',
    `
    forest  . . . . . . s s s s
    from    . . . . . . s s s s
    roots   . . . . . . s s s s
    to      . . . . . . s s s s
  `,
  ),
];
