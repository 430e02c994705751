import { daysOfWorld, minutesOfDay } from './calendar.js';
import type { Dice } from './dice.js';

/** One dated move; the first, the giving itself, is not among them. */
export interface Move {
  from: string;
  to: string;
  at: number;
}

/** What the receiver of a referral does with it; instants in minutes since the first day of the world. */
export interface FollowUp {
  stage: string;
  moves: Move[];
  promisedAt: number | null;
  promisedFor: number;
  contactAt: number | null;
  /** The day he bought; null while he has not. */
  soldOn: number | null;
}

export interface Given {
  at: number;
  day: number;
  /** How likely it is that he becomes a customer. */
  chance: number;
  /** After how many hours the receiver makes a first contact, on average. */
  hours: number;
}

/** When deals are recorded: in the evening, wherever the club is. */
export const eveningMinute = 19 * 60;
/** What every club asks, in hours. */
export const targetHours = 24;
const end = daysOfWorld * minutesOfDay;
const daysToBuy = 32;

/** The life of a referral as far as the world has lived. */
export function followUpOf({ at, day, chance, hours }: Given, dice: Dice): FollowUp {
  const promisedAt = dice.chance(0.4) && at + 90 < end ? at + 30 + dice.below(60) : null;
  const promisedFor = promisedAt === null ? at + targetHours * 60 : at + (1 + dice.below(3)) * minutesOfDay;
  const waits = 95 + Math.floor(dice.waiting(hours * 60));
  const fate = dice.throw();
  const contacted = fate > 0.12 && at + waits < end - minutesOfDay;
  const contactAt = contacted ? at + waits : null;
  const open: FollowUp = { stage: 'suspect', moves: [], promisedAt, promisedFor, contactAt, soldOn: null };
  if (contactAt === null) return open;
  if (fate < 0.2) return goTo(open, 'declined', contactAt);
  if (fate < 0.26) return open;
  const contactDay = Math.floor(contactAt / minutesOfDay);
  const decidedOn = Math.max(day, contactDay) + 2 + Math.floor(dice.waiting(daysToBuy));
  const buys = dice.chance(chance / (1 - 0.26));
  // Who buys at once is a customer with his first word; others are asked, and some of them are made an offer.
  const path = dice.throw();
  if (!(buys && path < 0.3)) goTo(open, 'prospect', contactAt);
  if (path > 0.82) goTo(open, 'hot_prospect', contactAt + minutesOfDay + 60);
  if (decidedOn >= daysOfWorld - 1) return open;
  if (buys) return { ...open, soldOn: decidedOn };
  return dice.chance(0.4) ? goTo(open, 'lost', decidedOn * minutesOfDay + eveningMinute) : open;
}

/** Adds a move, unless it lies beyond what the world has lived. */
export function goTo(followUp: FollowUp, to: string, at: number): FollowUp {
  const last = followUp.moves.at(-1)?.at ?? 0;
  if (at >= end || at < last) return followUp;
  followUp.moves.push({ from: followUp.stage, to, at });
  followUp.stage = to;
  return followUp;
}
