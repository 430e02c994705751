import type { Viewer } from '../../identity/viewer.js';
import type { Meeting } from '../meeting.entity.js';
import { canLead } from '../meetings.policy.js';

type OfClub = { clubId: string };

/** What a club does in its meetings is for its members; who administers the network is not in the room. */
export function canSeeAgenda(viewer: Viewer, subject: OfClub): boolean {
  return viewer.isMemberOf(subject.clubId);
}

export function canSetTemplate(viewer: Viewer, subject: OfClub): boolean {
  return viewer.holdsOffice(subject.clubId, 'president', 'vice_president', 'secretary_treasurer');
}

export function canSetAgendaNow(viewer: Viewer, meeting: Meeting): boolean {
  return canLead(viewer, meeting) && meeting.isToBeHeld();
}

export function canRunAgendaNow(viewer: Viewer, meeting: Meeting): boolean {
  return canLead(viewer, meeting) && meeting.state === 'open';
}
