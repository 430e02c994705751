import { forReports, type LoaderDeclaration } from '../../platform/graphql/loaders.js';
import type { Period } from '../../platform/period.js';
import { queryPrepared } from '../../platform/prepared.js';
import { askedParameters, periodsIn } from '../asked-periods.js';
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

/** What the statements say, each as a list; null when it has no rows. */
interface FactRows {
  degrees: DegreeRow[] | null;
  months: MonthRow[] | null;
  fromReferrals: FromReferralsRow[] | null;
  referrals: ReferralsReceivedRow[] | null;
}

/** The four statements as one, so that they are one round trip and see one snapshot, in which their sums agree. */
const text = (subject: ReturnSubject): string => {
  const list = (statement: Record<ReturnSubject, string>) =>
    `(SELECT json_agg(listed) FROM (${statement[subject]}) AS listed)`;
  return `SELECT ${list(returnByDegree)} AS degrees, ${list(returnByMonth)} AS months,
    ${list(returnFromReferrals)} AS "fromReferrals", ${list(referralsReceived)} AS referrals`;
};

/** For any number of subjects and periods at once. */
function returnFactsOf(subject: ReturnSubject): LoaderDeclaration<ReturnFacts> {
  const statement = text(subject);
  return forReports(async (keys, dataSource) => {
    const [found] = await queryPrepared<[FactRows]>(dataSource, statement, askedParameters(periodsIn(keys)));
    const at = <R extends { place: number }>(rows: R[] | null, wanted: number): R[] =>
      (rows ?? []).filter(({ place }) => place === wanted);
    const factsAt = (place: number): ReturnFacts => ({
      degrees: at(found.degrees, place),
      months: at(found.months, place),
      fromReferrals: at(found.fromReferrals, place),
      referrals: at(found.referrals, place)[0] ?? null,
    });
    return new Map(keys.map((key, place) => [key, factsAt(place)]));
  });
}

export const returnFactsOfClub = returnFactsOf('club');
export const returnFactsOfSeat = returnFactsOf('seat');
