import { askedByPeriod, byPeriod } from '../by-period.js';

/**
 * How many one-to-ones count for owners in each period asked about. One counts for each of the two who had a seat on
 * that day, so that a club's number is the sum of its members': 2 for a one-to-one between two of them, 1 for one with
 * somebody from outside.
 * @param owner the column of a seat that says whose it is
 */
const text = (owner: 'id' | 'club_id'): string => `
  SELECT asked.key, count(met.id)::int AS held
  FROM ${askedByPeriod}
  LEFT JOIN memberships seat ON seat.${owner} = asked.owner_id
  LEFT JOIN LATERAL (
    SELECT o.id FROM one_to_ones o
    WHERE o.state = 'held' AND (o.proposer_id = seat.person_id OR o.partner_id = seat.person_id)
      AND o.held_on BETWEEN asked.from_day AND asked.to_day
      AND daterange(seat.joined_on, seat.left_on) @> o.held_on
  ) met ON true
  GROUP BY asked.key`;

/** By `periodKey` of a seat. */
export const oneToOnesHeldBySeat = byPeriod<{ held: number }, number>(text('id'), ({ held }) => held);

/** By `periodKey` of a club. */
export const oneToOnesHeldByClub = byPeriod<{ held: number }, number>(text('club_id'), ({ held }) => held);
