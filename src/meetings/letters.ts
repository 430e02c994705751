import { type EntityManager, In } from 'typeorm';
import { Person } from '../identity/person.entity.js';
import type { Membership } from '../members/membership.entity.js';
import { seatsOn } from '../members/seats.js';
import { DomainError } from '../platform/graphql/errors.js';
import { Attendance } from './attendance.entity.js';
import type { Meeting } from './meeting.entity.js';
import type { LetterInput } from './meetings.types.js';

/** @throws DomainError NOT_A_MEMBER naming the first that is not of a seat held in the club on the day of the meeting */
export async function requireSeats(manager: EntityManager, meeting: Meeting, letters: LetterInput[]): Promise<void> {
  const seats = await seatsOn(manager, meeting.clubId, meeting.heldOn);
  const held = new Set(seats.map((seat) => seat.id));
  const stranger = letters.findIndex(({ membershipId }) => !held.has(membershipId));
  if (stranger >= 0) {
    const field = ['letters', String(stranger), 'membershipId'];
    throw new DomainError('NOT_A_MEMBER', 'This is no seat that was held in the club on that day.', field);
  }
}

/** What the letters change. Called with the meeting locked, so that no other letter comes in between. */
export async function changesOf(
  manager: EntityManager,
  meeting: Meeting,
  letters: LetterInput[],
): Promise<{ membershipId: string; before: string | null; after: string }[]> {
  const membershipIds = letters.map(({ membershipId }) => membershipId);
  const earlier = await manager.findBy(Attendance, { meetingId: meeting.id, membershipId: In(membershipIds) });
  const before = new Map(earlier.map(({ membershipId, letter }) => [membershipId, letter]));
  return letters
    .map(({ membershipId, letter }) => ({ membershipId, before: before.get(membershipId) ?? null, after: letter }))
    .filter((change) => change.before !== change.after);
}

/** The seats held on the day of the meeting that have no letter yet. */
export async function seatsWithoutLetter(manager: EntityManager, meeting: Meeting): Promise<Membership[]> {
  const seats = await seatsOn(manager, meeting.clubId, meeting.heldOn);
  const letters = await manager.findBy(Attendance, { meetingId: meeting.id });
  const recorded = new Set(letters.map(({ membershipId }) => membershipId));
  return seats.filter((seat) => !recorded.has(seat.id));
}

/** @throws DomainError ATTENDANCE_INCOMPLETE naming who had a seat that day and has no letter yet */
export async function requireLetters(manager: EntityManager, meeting: Meeting): Promise<void> {
  const missing = await seatsWithoutLetter(manager, meeting);
  if (missing.length === 0) return;
  const persons = await manager.find(Person, {
    where: { id: In(missing.map((seat) => seat.personId)) },
    order: { familyName: 'ASC', givenName: 'ASC' },
  });
  const names = persons.map(({ givenName, familyName }) => `${givenName} ${familyName}`);
  throw new DomainError('ATTENDANCE_INCOMPLETE', `No letter yet for ${names.join(', ')}.`, ['meetingId']);
}
