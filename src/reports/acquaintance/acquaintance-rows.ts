import type { AcquaintanceFacts } from './acquaintance.loaders.js';
import { Acquaintance, type AcquaintanceRow } from './acquaintance.types.js';
import type { TieRow } from './ties.sql.js';

/** A row for each member with a tie to each of the others, all in the order of the seats. */
export function acquaintanceRows({ seats, ties }: AcquaintanceFacts): AcquaintanceRow[] {
  const between = new Map(ties.map((tie) => [`${tie.fromMembershipId} ${tie.toMembershipId}`, tie]));
  return seats.map((seat) => ({
    seat,
    ties: seats
      .filter((other) => other !== seat)
      .map((other) => ({
        seat: other,
        acquaintance: acquaintanceOf(between.get(`${seat.membershipId} ${other.membershipId}`)),
      })),
  }));
}

function acquaintanceOf(tie: TieRow | undefined): Acquaintance {
  if (!tie) return Acquaintance.NOTHING;
  if (tie.met && tie.referred) return Acquaintance.BOTH;
  return tie.met ? Acquaintance.MET : Acquaintance.REFERRED;
}
