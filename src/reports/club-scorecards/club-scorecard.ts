import type { Period } from '../../platform/period.js';
import { ratioOf } from '../ratio.js';
import type { ClubAct } from './acts-of-club.sql.js';
import type { ClubScorecardPeriod } from './club-scorecard.types.js';
import type { ClubFacts } from './club-scorecard-facts.loaders.js';

/** How many members must at least have contributed to a figure for the viewer to see it. */
export interface FewestMembers {
  /** Of what the counts show anyhow to whoever sees them. */
  ofCounts: number;
  /** Of what became of the referrals somebody received. */
  ofOutcomes: number;
}

/** So many days make a month: a year of 365.25 has twelve. */
const daysOfMonth = 365.25 / 12;

const noSeats = { size: 0, sizeBefore: 0, joined: 0, left: 0, personsBefore: 0, personsStayed: 0, seatDays: 0 };

/** The scorecard of a club in one period from its facts. */
export function clubScorecard({ seats, acts }: ClubFacts, period: Period, fewest: FewestMembers): ClubScorecardPeriod {
  const { size, sizeBefore, joined, left, personsBefore, personsStayed, seatDays } = seats ?? noSeats;
  const rowOf = (wanted: ClubAct) => acts.find(({ act }) => act === wanted) ?? { count: 0, members: 0 };
  const shown = (act: ClubAct, fewestMembers: number): number | null => {
    const { count, members } = rowOf(act);
    return members > 0 && members < fewestMembers ? null : count;
  };
  const given = shown('given', fewest.ofCounts);
  const visitors = shown('visitors', fewest.ofCounts);
  const received = shown('received', fewest.ofOutcomes);
  // Whose absences they are must not be told either.
  const absences = shown('weeks', fewest.ofCounts) === null ? null : shown('absences', fewest.ofCounts);
  return {
    ...period,
    ...{ size, sizeBefore, joined, left },
    growth: part(joined - left, sizeBefore),
    retention: part(personsStayed, personsBefore),
    referralsGiven: given,
    referralsPerMemberPerMonth: part(given, seatDays / daysOfMonth),
    visitors,
    visitorsJoinedShare: visitors === null ? null : part(rowOf('visitorsJoined').count, visitors),
    referralsReceived: received,
    becameCustomersShare: received === null ? null : part(rowOf('converted').count, received),
    absenceRate: part(absences, rowOf('weeks').count),
  };
}

/** Null for a part that is suppressed, and of nothing. */
function part(count: number | null, whole: number): number | null {
  return count === null ? null : ratioOf(count, whole);
}
