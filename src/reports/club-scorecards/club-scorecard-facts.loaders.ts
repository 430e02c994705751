import { forReports, type LoaderDeclaration } from '../../platform/graphql/loaders.js';
import { periodsIn } from '../asked-periods.js';
import { actsOfClub, type ClubActRow } from './acts-of-club.sql.js';
import { type SeatsRow, seatsOfClub } from './seats-of-club.sql.js';

/** All the scorecard of a club is made of: what the statements say of it in one period. */
export interface ClubFacts {
  /** Null when nobody had a seat. */
  seats: SeatsRow | null;
  acts: ClubActRow[];
}

/** Two statements for any number of clubs and periods, on one snapshot, so that they agree. */
export const factsOfClub: LoaderDeclaration<ClubFacts> = forReports(async (keys, dataSource) => {
  const asked = periodsIn(keys);
  return dataSource.transaction('REPEATABLE READ', async (manager) => {
    const seats = await seatsOfClub(manager, asked);
    const acts = await actsOfClub(manager, asked);
    const factsAt = (wanted: number): ClubFacts => ({
      seats: seats.find(({ place }) => place === wanted) ?? null,
      acts: acts.filter(({ place }) => place === wanted),
    });
    return new Map(keys.map((key, place) => [key, factsAt(place)]));
  });
});
