import { forReports, type LoaderDeclaration } from '../../platform/graphql/loaders.js';
import { periodsIn } from '../asked-periods.js';
import { type SeatRow, seatRows } from '../counts/seats-in-period.sql.js';
import { type BetweenRow, betweenRows } from './referrals-between.sql.js';

/** All the matrix of a club is made of: the seats held in the period, and the referrals between them. */
export interface MatrixFacts {
  seats: SeatRow[];
  between: BetweenRow[];
}

/** Two statements for any number of clubs and members, on one snapshot. */
export const matrixFacts: LoaderDeclaration<MatrixFacts> = forReports(async (keys, dataSource) => {
  const asked = periodsIn(keys);
  return dataSource.transaction('REPEATABLE READ', async (manager) => {
    const seats = await seatRows(manager, asked);
    const between = await betweenRows(manager, asked);
    const factsAt = (wanted: number): MatrixFacts => ({
      seats: seats.filter(({ place }) => place === wanted),
      between: between.filter(({ place }) => place === wanted),
    });
    return new Map(keys.map((key, place) => [key, factsAt(place)]));
  });
});
