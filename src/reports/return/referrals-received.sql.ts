import { askedPeriods } from '../asked-periods.js';
import type { ReturnSubject } from './money-in-period.sql.js';

/** The referrals that were given in the period at a place of the list asked about, and received by its subject. */
export interface ReferralsReceivedRow {
  place: number;
  count: number;
  /** Those whose prospect is a customer by now, whenever he became one. */
  converted: number;
  /** How many members received them; received those that are converted, and received the others. */
  receivers: number;
  convertedReceivers: number;
  otherReceivers: number;
}

const receivedBy: Record<ReturnSubject, string> = {
  club: 'r.receiver_club_id = asked.subject_id',
  seat: 'r.receiver_membership_id = asked.subject_id',
};

const text = (subject: ReturnSubject): string => `
  WITH ${askedPeriods}
  SELECT asked.place,
    count(*)::int AS count,
    count(*) FILTER (WHERE r.stage = 'customer')::int AS converted,
    count(DISTINCT r.receiver_id)::int AS receivers,
    count(DISTINCT r.receiver_id) FILTER (WHERE r.stage = 'customer')::int AS "convertedReceivers",
    count(DISTINCT r.receiver_id) FILTER (WHERE r.stage <> 'customer')::int AS "otherReceivers"
  FROM asked JOIN referrals r ON ${receivedBy[subject]} AND r.given_on BETWEEN asked.from_day AND asked.to_day
  GROUP BY asked.place`;

/** The referrals received; a subject that received none in its period has no row. */
export const referralsReceived: Record<ReturnSubject, string> = { club: text('club'), seat: text('seat') };
