import type { Viewer } from '../../identity/viewer.js';
import type { Meeting } from '../meeting.entity.js';

/** To take a closing back is for those who lead the club. */
export function canReopen(viewer: Viewer, meeting: Meeting): boolean {
  return viewer.holdsOffice(meeting.clubId, 'president', 'vice_president');
}

/** What was locked is corrected by those who lead the club and by who keeps its records. */
export function canAdjust(viewer: Viewer, meeting: Meeting): boolean {
  return viewer.holdsOffice(meeting.clubId, 'president', 'vice_president', 'secretary_treasurer');
}
