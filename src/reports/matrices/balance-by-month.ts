import type { Period } from '../../platform/period.js';
import { monthsOf } from '../period.js';
import type { MonthBalance, ReferralBalance } from './referral-balance.types.js';
import type { ReferralMonthRow } from './referrals-by-month.sql.js';

type Counted = Pick<ReferralMonthRow, 'month' | 'side' | 'referrals' | 'members'>;

/**
 * What was given and received in every month of a period, and what it came to so far.
 * @param fewestMembers a number to which somebody contributed, yet fewer than so many, is suppressed
 */
export function balanceByMonth(rows: readonly Counted[], period: Period, fewestMembers: number): ReferralBalance {
  let sum: number | null = 0;
  const months = monthsOf(period).map((month): MonthBalance => {
    const shown = (side: ReferralMonthRow['side']): number | null => {
      const row = rows.find((candidate) => candidate.month === month && candidate.side === side);
      if (!row) return 0;
      return row.members < fewestMembers ? null : row.referrals;
    };
    const [given, received] = [shown('given'), shown('received')];
    const balance = given === null || received === null ? null : given - received;
    sum = sum === null || balance === null ? null : sum + balance;
    return { month, given, received, balance, cumulative: sum };
  });
  return { ...period, months };
}
