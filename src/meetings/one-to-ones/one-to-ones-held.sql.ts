import type { LoaderDeclaration } from '../../platform/graphql/loaders.js';

/**
 * How many one-to-ones count for owners ($1) from one civil day ($2) to another ($3), both included; the three arrays
 * belong together. One counts for each of the two who had a seat on that day, so that a club's number is the sum of
 * its members': 2 for a one-to-one between two of them, 1 for one with somebody from outside.
 * @param owner the column of a seat that says whose it is
 */
const text = (owner: 'id' | 'club_id'): string => `
  SELECT asked.key, count(met.id)::int AS held
  FROM (
    SELECT owner_id || ' ' || from_day || ' ' || to_day AS key, owner_id, from_day, to_day
    FROM unnest($1::uuid[], $2::date[], $3::date[]) AS listed (owner_id, from_day, to_day)
  ) asked
  LEFT JOIN memberships seat ON seat.${owner} = asked.owner_id
  LEFT JOIN LATERAL (
    SELECT o.id FROM one_to_ones o
    WHERE o.state = 'held' AND (o.proposer_id = seat.person_id OR o.partner_id = seat.person_id)
      AND o.held_on BETWEEN asked.from_day AND asked.to_day
      AND daterange(seat.joined_on, seat.left_on) @> o.held_on
  ) met ON true
  GROUP BY asked.key`;

/** The key under which both load: the seat or the club, and the first and the last day of the period. */
export function heldKey(ownerId: string, from: string, to: string): string {
  return `${ownerId} ${from} ${to}`;
}

/** By `heldKey` of a seat. */
export const oneToOnesHeldBySeat: LoaderDeclaration<number> = counted(text('id'));

/** By `heldKey` of a club. */
export const oneToOnesHeldByClub: LoaderDeclaration<number> = counted(text('club_id'));

function counted(statement: string): LoaderDeclaration<number> {
  return async (keys, dataSource) => {
    const asked = keys.map((key) => key.split(' '));
    const rows = await dataSource.query<{ key: string; held: number }[]>(
      statement,
      [0, 1, 2].map((place) => asked.map((parts) => parts[place])),
    );
    return new Map(rows.map((row) => [row.key, row.held]));
  };
}
