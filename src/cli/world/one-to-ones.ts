import { daysOfWorld } from './calendar.js';
import type { ClubYear } from './club-year.js';
import type { Dice } from './dice.js';
import { membersPerClub, type Seat } from './world-plan.js';

/** How many a member proposes in a year, to fellows of his own club and to members of others. */
const amongFellows = 10;
const acrossClubs = 2;

/**
 * Who met whom outside the meetings: recorded where the one who proposed it has his first seat. The same two never meet
 * twice on a day, whichever of them proposed and whichever of the two clubs is made first.
 */
export function addOneToOnes(year: ClubYear): void {
  const dice = year.dice(4);
  const taken = new Set<number>();
  for (const seat of year.seats) {
    if (seat.isGuest) continue;
    for (let count = dice.around(amongFellows); count > 0; count -= 1) {
      const partner = dice.pick(year.seats);
      const day = dice.below(daysOfWorld);
      if (partner === seat || (seat.hasTwo && partner.isGuest) || taken.has(pairOnDay(seat, partner, day))) continue;
      taken.add(pairOnDay(seat, partner, day));
      addRow(year, { proposerId: seat.personId, partnerId: partner.personId, day });
    }
    for (let count = dice.around(acrossClubs); count > 0; count -= 1) meetAcross(year, seat, { dice, taken });
  }
}

/** Two clubs that propose to each other do so on days of their own: even ones, and odd ones. */
function meetAcross(year: ClubYear, seat: Seat, { dice, taken }: { dice: Dice; taken: Set<number> }): void {
  const { plan, club } = year;
  const partner = dice.below(plan.size.clubs * membersPerClub);
  const other = plan.clubOf(partner);
  const day = dice.below(daysOfWorld / 2) * 2 + (club < other ? 0 : 1);
  if (other === club || plan.areFellows(seat.person, partner)) return;
  const key = pairOnDay(seat, { person: partner }, day);
  if (taken.has(key)) return;
  taken.add(key);
  addRow(year, { proposerId: seat.personId, partnerId: plan.personId(partner), day });
}

/** One number for two persons and a day. */
function pairOnDay({ person }: { person: number }, other: { person: number }, day: number): number {
  const [low, high] = person < other.person ? [person, other.person] : [other.person, person];
  return (low * 2_000_000 + high) * daysOfWorld + day;
}

function addRow(year: ClubYear, met: { proposerId: string; partnerId: string; day: number }): void {
  const recorded = year.instant(year.local(met.day, 18 * 60));
  const { proposerId, partnerId } = met;
  const key = year.newKey('oneToOne');
  const created = year.instant(year.local(met.day, 9 * 60) - 7 * 1440);
  year.rows.one_to_ones.add(key, proposerId, partnerId, 'held', year.day(met.day), proposerId, recorded, created);
}
