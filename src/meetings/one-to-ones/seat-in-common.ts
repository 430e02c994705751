import type { TodayIn } from '../../identity/identity.policy.js';
import { isHeld } from '../../identity/identity.policy.js';
import type { Place } from '../../identity/places.sql.js';

/** A seat is the place that has a club. */
export type SeatPlace = Place & { clubId: string };

/**
 * The seat from which one has a one-to-one with somebody: of his own seats on the day the one in a club of both,
 * else one in a network of both; of several the oldest. Null when they share no network on that day.
 * @param dayIn the day, in the time zone of a club
 */
export function seatInCommon(mine: Place[], theirs: Place[], dayIn: TodayIn): SeatPlace | null {
  const held = (place: Place): place is SeatPlace => place.clubId !== null && isHeld(place, dayIn);
  const their = theirs.filter(held);
  const inNetwork = mine.filter(held).filter(({ networkId }) => their.some((seat) => seat.networkId === networkId));
  const inClub = inNetwork.filter(({ clubId }) => their.some((seat) => seat.clubId === clubId));
  const fitting = inClub.length > 0 ? inClub : inNetwork;
  return fitting.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))[0] ?? null;
}
