import { forReports, type LoaderDeclaration } from '../../platform/graphql/loaders.js';
import type { Period } from '../../platform/period.js';
import { type SeatRow, seatRows } from '../counts/seats-in-period.sql.js';
import { type TieRow, tieRows } from './ties.sql.js';

/** All the matrix of a club is made of: who holds a seat, and what happened between them in the period. */
export interface AcquaintanceFacts {
  seats: SeatRow[];
  ties: TieRow[];
}

/** The key under which the loader knows a club's period, and the day on which seats are held. */
export function acquaintanceKey(clubId: string, { from, to }: Period, day: string): string {
  return [clubId, from, to, day].join(' ');
}

/** Two statements for any number of clubs and members, on one snapshot. */
export const acquaintanceFacts: LoaderDeclaration<AcquaintanceFacts> = forReports(async (keys, dataSource) => {
  const asked = keys.map((key) => {
    const [subjectId = '', from = '', to = '', day = ''] = key.split(' ');
    return { subjectId, from, to, day };
  });
  return dataSource.transaction('REPEATABLE READ', async (manager) => {
    const seats = await seatRows(
      manager,
      asked.map(({ subjectId, day }) => ({ subjectId, from: day, to: day })),
    );
    const ties = await tieRows(manager, asked);
    const factsAt = (wanted: number): AcquaintanceFacts => ({
      seats: seats.filter(({ place }) => place === wanted),
      ties: ties.filter(({ place }) => place === wanted),
    });
    return new Map(keys.map((key, place) => [key, factsAt(place)]));
  });
});
