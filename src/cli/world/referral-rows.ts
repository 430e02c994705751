import type { ClubYear } from './club-year.js';
import { none } from './copy-text.js';
import type { Dice } from './dice.js';
import { type FollowUp, targetHours } from './follow-up.js';
import { needs } from './words.js';
import type { Seat } from './world-plan.js';

export interface Giver {
  personId: string;
  seatId: string;
  clubId: string;
}

interface Referral {
  giver: Giver;
  receiver: Seat;
  introductionId: string | null;
  day: number;
  at: number;
}

const declined = ['not_a_fit', 'no_need', 'already_a_customer', 'no_consent'] as const;

/** Writes a referral with its moves, the giving among them; answers its key. */
export function addReferral(year: ClubYear, referral: Referral, followUp: FollowUp, dice: Dice): string {
  const { giver, receiver, introductionId, day, at } = referral;
  const { stage, moves, promisedAt, promisedFor, contactAt } = followUp;
  const id = year.newKey('referral');
  const given = year.instant(at);
  year.rows.referrals.add(
    id,
    giver.clubId,
    giver.seatId,
    giver.personId,
    year.id,
    receiver.id,
    receiver.personId,
    introductionId ?? none,
    dice.pick(needs),
    1 + dice.below(5),
    stage,
    given,
    year.day(day),
    year.instant(promisedFor),
    promisedAt === null ? none : year.instant(promisedAt),
    contactAt === null ? none : year.instant(contactAt),
    targetHours,
  );
  year.rows.referral_moves.add(year.newKey('move'), id, none, 'suspect', given, giver.personId, none, none);
  for (const { from, to, at: moved } of moves) {
    const note = to === 'lost' ? 'He chose another.' : none;
    const reason = to === 'declined' ? dice.pick(declined) : none;
    const key = year.newKey('move');
    year.rows.referral_moves.add(key, id, from, to, year.instant(moved), receiver.personId, note, reason);
  }
  return id;
}
