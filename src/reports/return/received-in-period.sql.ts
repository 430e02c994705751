import type { ReturnSubject } from './money-in-period.sql.js';

const receivedBy: Record<ReturnSubject, string> = {
  club: 'r.receiver_club_id = asked.subject_id',
  seat: 'r.receiver_membership_id = asked.subject_id',
};

/** SQL: joins to `asked` the referrals `r` that its subject received and that were given in its period. */
export function receivedInPeriod(subject: ReturnSubject): string {
  return `JOIN referrals r ON ${receivedBy[subject]} AND r.given_on BETWEEN asked.from_day AND asked.to_day`;
}
