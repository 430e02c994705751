/** Whose deals a report is about: those of a club, or those under a member's seat. */
export type ReturnSubject = 'club' | 'seat';

/** One subject's period a statement is asked about. */
export interface SubjectPeriod {
  subjectId: string;
  from: string;
  to: string;
}

const dealsOf: Record<ReturnSubject, string> = {
  club: 'd.club_id = asked.subject_id',
  seat: 'd.seller_membership_id = asked.subject_id',
};

/** `asked`: subjects ($1) with the first ($2) and last days ($3) of their periods, each at its place from 0 on. */
export const askedPeriods = `
  asked AS (
    SELECT subject_id, from_day, to_day, place::int - 1 AS place
    FROM unnest($1::uuid[], $2::date[], $3::date[]) WITH ORDINALITY AS list (subject_id, from_day, to_day, place)
  )`;

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

/** The parameters $1 to $3 of such a statement. */
export function askedParameters(asked: readonly SubjectPeriod[]): string[][] {
  return [asked.map(({ subjectId }) => subjectId), asked.map(({ from }) => from), asked.map(({ to }) => to)];
}
