import { forReports, type LoaderDeclaration } from '../../platform/graphql/loaders.js';
import type { Period } from '../../platform/period.js';
import { periodsIn } from '../asked-periods.js';
import type { ReturnSubject } from './money-in-period.sql.js';
import { type ReferralsReceivedRow, referralsReceived } from './referrals-received.sql.js';
import { type DegreeRow, returnByDegree } from './return-by-degree.sql.js';
import { type MonthRow, returnByMonth } from './return-by-month.sql.js';
import { type FromReferralsRow, returnFromReferrals } from './return-from-referrals.sql.js';

/** All a report is made of: what the statements say of one subject in one period. */
export interface ReturnFacts {
  degrees: DegreeRow[];
  months: MonthRow[];
  fromReferrals: FromReferralsRow[];
  /** Null when none was received. */
  referrals: ReferralsReceivedRow | null;
}

/** The key under which the loaders know a subject's period. */
export function factsKey(subjectId: string, { from, to }: Period): string {
  return [subjectId, from, to].join(' ');
}

export const returnFactsOfClub = returnFactsOf('club');
export const returnFactsOfSeat = returnFactsOf('seat');

/** Four statements for any number of subjects and periods, on one snapshot, so that their sums agree. */
function returnFactsOf(subject: ReturnSubject): LoaderDeclaration<ReturnFacts> {
  return forReports(async (keys, dataSource) => {
    const asked = periodsIn(keys);
    return dataSource.transaction('REPEATABLE READ', async (manager) => {
      const degrees = await returnByDegree(manager, subject, asked);
      const months = await returnByMonth(manager, subject, asked);
      const fromReferrals = await returnFromReferrals(manager, subject, asked);
      const referrals = await referralsReceived(manager, subject, asked);
      const factsAt = (wanted: number): ReturnFacts => ({
        degrees: degrees.filter(({ place }) => place === wanted),
        months: months.filter(({ place }) => place === wanted),
        fromReferrals: fromReferrals.filter(({ place }) => place === wanted),
        referrals: referrals.find(({ place }) => place === wanted) ?? null,
      });
      return new Map(keys.map((key, place) => [key, factsAt(place)]));
    });
  });
}
