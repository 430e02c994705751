import { askedPeriods } from '../asked-periods.js';

/** Whose deals a report is about: those of a club, or those under a member's seat. */
export type ReturnSubject = 'club' | 'seat';

const dealsOf: Record<ReturnSubject, string> = {
  club: 'd.club_id = asked.subject_id',
  seat: 'd.seller_membership_id = asked.subject_id',
};

/**
 * The head of every statement about return, for any number of subjects and periods at once: `asked`, and `money`, the
 * rows of money that fall into each period: deals by their own day, and adjustments by theirs, however old their deal
 * is. `deals` is 1 for a row that counts as a deal; `degree` is 4 for the fourth and all beyond. Nothing but covering
 * indexes is read.
 */
export function moneyInPeriod(subject: ReturnSubject): string {
  const degree = 'CASE WHEN d.degree > 4 THEN 4 ELSE d.degree END AS degree';
  const deal = `d.id AS deal_id, d.seller_id, d.currency, ${degree}, d.repeat, d.origin_id`;
  return `${askedPeriods},
  money AS (
    SELECT asked.place, ${deal}, d.closed_on AS day, d.amount_minor, 1 AS deals
    FROM asked JOIN deals d ON ${dealsOf[subject]}
    WHERE d.closed_on BETWEEN asked.from_day AND asked.to_day
    UNION ALL
    SELECT asked.place, ${deal}, a.adjusted_on, a.amount_minor, 0
    FROM asked JOIN deals d ON ${dealsOf[subject]} JOIN deal_adjustments a ON a.deal_id = d.id
    WHERE a.adjusted_on BETWEEN asked.from_day AND asked.to_day
  )`;
}
