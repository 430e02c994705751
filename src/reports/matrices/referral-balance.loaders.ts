import { forReports, type LoaderDeclaration } from '../../platform/graphql/loaders.js';
import { periodsIn } from '../asked-periods.js';
import { type BalanceSubject, type ReferralMonthRow, referralMonthRows } from './referrals-by-month.sql.js';

export const monthsOfClub = referralMonthsOf('club');
export const monthsOfSeat = referralMonthsOf('seat');

/** One statement for any number of subjects and periods. */
function referralMonthsOf(subject: BalanceSubject): LoaderDeclaration<ReferralMonthRow[]> {
  return forReports(async (keys, dataSource) => {
    const rows = await referralMonthRows(dataSource.manager, subject, periodsIn(keys));
    return new Map(keys.map((key, wanted) => [key, rows.filter(({ place }) => place === wanted)]));
  });
}
