import type { Viewer } from '../../identity/viewer.js';
import type { Meeting } from '../meeting.entity.js';
import { canLead } from '../meetings.policy.js';

export function canSetTemplate(viewer: Viewer, subject: { clubId: string }): boolean {
  return viewer.holdsOffice(subject.clubId, 'president', 'vice_president', 'secretary_treasurer');
}

export function canSetAgendaNow(viewer: Viewer, meeting: Meeting): boolean {
  return canLead(viewer, meeting) && meeting.isToBeHeld();
}

export function canRunAgendaNow(viewer: Viewer, meeting: Meeting): boolean {
  return canLead(viewer, meeting) && meeting.state === 'open';
}
