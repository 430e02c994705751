import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { fullName } from '../identity/full-name.js';
import { Person } from '../identity/person.entity.js';
import { Membership } from '../members/membership.entity.js';
import { seatsHeldOn, seatsOn } from '../members/seats.js';
import { DomainError } from '../platform/graphql/errors.js';
import { newId } from '../platform/id.js';
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
  const recorded = await recordedBefore(manager, meeting, letters);
  return letters
    .map(({ membershipId, letter }) => ({
      membershipId,
      before: recorded.get(membershipId)?.letter ?? null,
      after: letter,
    }))
    .filter((change) => change.before !== change.after);
}

/** What is recorded already of those of whom the letters are, by their seats. */
export async function recordedBefore(
  manager: EntityManager,
  meeting: Meeting,
  letters: LetterInput[],
): Promise<Map<string, Attendance>> {
  const membershipIds = letters.map(({ membershipId }) => membershipId);
  const earlier = await manager.findBy(Attendance, { meetingId: meeting.id, membershipId: In(membershipIds) });
  return new Map(earlier.map((attendance) => [attendance.membershipId, attendance]));
}

/** Sets letters; each takes the place of the member's earlier one. */
export async function writeLetters(
  manager: EntityManager,
  letters: LetterInput[],
  recording: Pick<Attendance, 'meetingId' | 'clubId' | 'recordedById' | 'recordedAt'>,
): Promise<void> {
  const rows = letters.map(({ membershipId, letter, substituteName }) => ({
    ...recording,
    id: newId(),
    membershipId,
    letter,
    substituteName,
  }));
  await manager
    .createQueryBuilder()
    .insert()
    .into(Attendance)
    .values(rows)
    .orUpdate(['letter', 'substitute_name', 'recorded_by_id', 'recorded_at'], ['meeting_id', 'membership_id'])
    .execute();
}

/** The seats held on the day of the meeting that have no letter yet, as a query with the alias `seat`. */
export function seatsWithoutLetter(manager: EntityManager, meeting: Meeting): SelectQueryBuilder<Membership> {
  return seatsHeldOn(manager, meeting.heldOn)
    .andWhere({ clubId: meeting.clubId })
    .andWhere('NOT EXISTS (SELECT FROM attendances a WHERE a.meeting_id = :meetingId AND a.membership_id = seat.id)', {
      meetingId: meeting.id,
    });
}

/** @throws DomainError ATTENDANCE_INCOMPLETE naming who had a seat that day and has no letter yet */
export async function requireLetters(manager: EntityManager, meeting: Meeting): Promise<void> {
  const missing = await seatsWithoutLetter(manager, meeting).getMany();
  if (missing.length === 0) return;
  const persons = await manager.find(Person, {
    where: { id: In(missing.map((seat) => seat.personId)) },
    order: { familyName: 'ASC', givenName: 'ASC' },
  });
  const names = persons.map(fullName);
  throw new DomainError('ATTENDANCE_INCOMPLETE', `No letter yet for ${names.join(', ')}.`, ['meetingId']);
}
