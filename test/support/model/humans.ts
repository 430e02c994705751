import type { PartyKey } from '../../../src/cli/season/season.types.js';
import { type Journal, NOW } from './journal.js';
import { ModelRefusal } from './model-refusal.js';

/** The person a party is known to be: itself, or the one its contact was last identified as. */
export function personOf(journal: Journal, party: PartyKey, before = NOW): string | null {
  if ('person' in party) return party.person;
  const identified = journal.of('identifyContact', before).filter(({ act }) => act.contact === party.contact);
  return identified.at(-1)?.act.person ?? null;
}

/** Pairwise on purpose: A like B and B like C does not make A like C. */
export function sameHuman(journal: Journal, one: PartyKey, other: PartyKey, before = NOW): boolean {
  if ('contact' in one && 'contact' in other) {
    if (one.contact === other.contact || reachedTheSameWay(journal, one.contact, other.contact)) return true;
  }
  const person = personOf(journal, one, before);
  return person !== null && person === personOf(journal, other, before);
}

function reachedTheSameWay(journal: Journal, one: string, other: string): boolean {
  const [first, second] = [journal.contact(one), journal.contact(other)];
  const sameEmail = first.email !== null && first.email.toLowerCase() === second.email?.toLowerCase();
  const samePhone = first.phone !== null && first.phone === second.phone;
  return sameEmail || samePhone;
}

/** Whether the person had a seat in that club on that day: from the day of joining, not on the day of leaving. */
export function holdsSeat(journal: Journal, person: string, club: string, day: number, before = NOW): boolean {
  const isTheirs = ({ act }: { act: { person: string; club: string } }) => act.person === person && act.club === club;
  const endings = journal.of('endMembership', before).filter(isTheirs);
  return journal
    .of('admitMember', before)
    .filter(isTheirs)
    .some((admission) => {
      const ending = endings.find((candidate) => candidate.order > admission.order);
      return admission.act.at.day <= day && (ending === undefined || day < ending.act.at.day);
    });
}

export function clubsOf(journal: Journal, person: string, day: number, before = NOW): string[] {
  return journal.clubs.map((club) => club.key).filter((club) => holdsSeat(journal, person, club, day, before));
}

export function areFellows(journal: Journal, one: string, other: string, day: number, before = NOW): boolean {
  return clubsOf(journal, one, day, before).some((club) => holdsSeat(journal, other, club, day, before));
}

/** Refuses a person without a seat on that day: in the club given, or in any club. */
export function requireSeat(journal: Journal, person: string, day: number, club?: string): void {
  const seats = clubsOf(journal, person, day);
  if (club === undefined ? seats.length > 0 : seats.includes(club)) return;
  throw new ModelRefusal('NOT_A_MEMBER', `${person} holds no seat in ${club ?? 'any club'} on day ${day}`);
}
