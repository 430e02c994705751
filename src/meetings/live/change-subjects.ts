import type { LetterChange, MeetingChange, MeetingChangeKind } from './meeting-changes.types.js';

/**
 * Whose membership a change names to everybody in the room. Referrals, thanks, testimonials and one-to-ones are
 * between two: of these the room learns who spoke, and no more.
 */
const aboutOneMember: readonly MeetingChangeKind[] = [
  'agenda_point_started',
  'education_recorded',
  'meeting_adjusted',
  'presentation_focus_marked',
  'presentation_recorded',
  'speaker_assigned',
  'speaker_released',
  'speaker_swapped',
];

/** What becomes of a visitor after the meeting is the business of whoever looks after him. */
const aboutOneVisitor: readonly MeetingChangeKind[] = [
  'visitor_came',
  'visitor_confirmed',
  'visitor_did_not_come',
  'visitor_invited',
  'visitor_registered',
];

export function membershipIn({ kind, details }: MeetingChange): string | null {
  return aboutOneMember.includes(kind) ? (details.membershipId ?? null) : null;
}

export function visitorIn({ kind, subjectId }: MeetingChange): string | null {
  return aboutOneVisitor.includes(kind) ? subjectId : null;
}

export function lettersIn({ kind, details }: MeetingChange): LetterChange[] {
  return kind === 'meeting_attendance_recorded' ? (details.changes ?? []) : [];
}
