import type { EntityManager } from 'typeorm';
import { askedParameters, askedPeriods, type SubjectPeriod } from '../asked-periods.js';
import { givenByClub, givenBySeat, receivedByClub, receivedBySeat } from './referrals-of-subject.sql.js';

/** How many referrals were given, or received, in a calendar month, for the subject at a place of the list asked about. */
export interface ReferralMonthRow {
  place: number;
  /** YYYY-MM. */
  month: string;
  side: 'given' | 'received';
  referrals: number;
  /** How many members gave, or received, them. */
  members: number;
}

const text = (given: string, received: string): string => `
  WITH ${askedPeriods},
  sides AS (
    SELECT asked.place, 'given' AS side, r.giver_id AS member_id, (r.given_at AT TIME ZONE c.time_zone)::date AS day
    FROM asked ${given}
    UNION ALL
    SELECT asked.place, 'received', r.receiver_id, r.given_on
    FROM asked ${received}
  )
  SELECT place, to_char(day, 'YYYY-MM') AS month, side, count(*)::int AS referrals,
    count(DISTINCT member_id)::int AS members
  FROM sides GROUP BY place, to_char(day, 'YYYY-MM'), side`;

/** Whose referrals: those of a club, or those of a member's seat. */
export type BalanceSubject = 'club' | 'seat';

const texts: Record<BalanceSubject, string> = {
  club: text(givenByClub, receivedByClub),
  seat: text(givenBySeat, receivedBySeat),
};

/** Referrals by month; a month without any has no row. */
export function referralMonthRows(
  manager: EntityManager,
  subject: BalanceSubject,
  asked: readonly SubjectPeriod[],
): Promise<ReferralMonthRow[]> {
  return manager.query<ReferralMonthRow[]>(texts[subject], askedParameters(asked));
}
