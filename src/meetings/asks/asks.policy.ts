import type { Viewer } from '../../identity/viewer.js';
import type { Membership } from '../../members/membership.entity.js';

/** What is asked in a room is answered by those who sit in it, and by nobody to himself. */
export function canAnswer(viewer: Viewer, asker: Membership): boolean {
  return viewer.isMemberOf(asker.clubId) && !viewer.is(asker.personId);
}
