import type { Happening } from '../activity/activity.service.js';
import type { Meeting } from './meeting.entity.js';

/**
 * What happened to a meeting as a whole, for the record of activity.
 * @param actorId whose act it was; null when Kring went on by itself
 */
export function meetingHappening(
  actorId: string | null,
  verb: `meeting.${string}`,
  { id, clubId, heldOn }: Pick<Meeting, 'id' | 'clubId' | 'heldOn'>,
): Happening {
  return { actorId, verb, subject: { id }, clubId, details: { heldOn } };
}
