import { type Sight, sight } from '../sights.js';

/** What a report on a seat says of the period before. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const returnsRows: Sight[] = [
  sight(
    'PeriodReturn',
    'saraSeat',
    `
    clubMedian          . . . . . . . . . -
    givenLifetimeValue  . . . . . . . . . e
  `,
  ),
];
