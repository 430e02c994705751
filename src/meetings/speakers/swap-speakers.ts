import type { EntityManager } from 'typeorm';
import { DomainError } from '../../platform/graphql/errors.js';
import { Meeting } from '../meeting.entity.js';
import type { Speaker } from './speaker.entity.js';
import { requireAvailable } from './speaker-lookup.js';

/** Two speakers, who asked and who was asked, and for each the input field to blame. */
export interface Both {
  asking: Speaker;
  asked: Speaker;
  fields: { asking: string; asked: string };
}

/**
 * Called with both meetings locked. That neither speaks where he would come to already is left to the constraint.
 * @throws DomainError INVALID, MEETING_NOT_OPEN, NOT_A_MEMBER, ON_LEAVE
 */
export async function requireSwappable(manager: EntityManager, { asking, asked, fields }: Both): Promise<void> {
  if (
    asking.clubId !== asked.clubId ||
    asking.meetingId === asked.meetingId ||
    asking.membershipId === asked.membershipId
  ) {
    const message = 'Speakers swap with somebody else, of another meeting of the same club.';
    throw new DomainError('INVALID', message, [fields.asked]);
  }
  await requireRoomFor(manager, { comer: asking, leaver: asked, fields: [fields.asking, fields.asked] });
  await requireRoomFor(manager, { comer: asked, leaver: asking, fields: [fields.asked, fields.asking] });
}

/** Whether the comer can speak in the place of the leaver. */
async function requireRoomFor(
  manager: EntityManager,
  { comer, leaver, fields: [field, leaverField] }: { comer: Speaker; leaver: Speaker; fields: [string, string] },
): Promise<void> {
  const meeting = await manager.findOneByOrFail(Meeting, { id: leaver.meetingId });
  meeting.requireState(['planned'], leaverField);
  await requireAvailable(manager, meeting, { membershipId: comer.membershipId, field });
}
