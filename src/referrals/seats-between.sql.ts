import type { EntityManager } from 'typeorm';

/** The seats by which one member refers to another, and the civil day in the receiver's club. */
export interface SeatsBetween {
  giverSeatId: string;
  receiverSeatId: string;
  day: string;
}

/** A seat held at the instant ($3), on the club's own civil day. */
const held = (seat: string, club: string): string =>
  `daterange(${seat}.joined_on, ${seat}.left_on) @> ($3::timestamptz AT TIME ZONE ${club}.time_zone)::date`;

const text = `
  SELECT mine.id AS "giverSeatId", theirs.id AS "receiverSeatId",
    (($3::timestamptz AT TIME ZONE there.time_zone)::date)::text AS day
  FROM memberships mine
  JOIN clubs here ON here.id = mine.club_id
  JOIN clubs there ON there.network_id = here.network_id
  JOIN memberships theirs ON theirs.club_id = there.id
  WHERE mine.person_id = $1 AND theirs.person_id = $2 AND ${held('mine', 'here')} AND ${held('theirs', 'there')}
  ORDER BY (mine.club_id = theirs.club_id) DESC, mine.joined_on, mine.id, theirs.joined_on, theirs.id
  LIMIT 1`;

/** In a club of both, else in clubs of one network; of several the oldest. Null when they share no network. */
export async function seatsBetween(
  manager: EntityManager,
  { giverId, receiverId }: { giverId: string; receiverId: string },
  now: Date,
): Promise<SeatsBetween | null> {
  const [row] = await manager.query<SeatsBetween[]>(text, [giverId, receiverId, now]);
  return row ?? null;
}
