import type { EntityManager } from 'typeorm';
import { askedParameters, askedPeriods, type SubjectPeriod } from '../asked-periods.js';
import { givenByClub, receivedByClub } from './referrals-of-subject.sql.js';

/** How many referrals went from one seat to another, at a place of the list asked about. */
export interface BetweenRow {
  place: number;
  /** Null for those given from another club. */
  giverMembershipId: string | null;
  /** Null for those given to another club. */
  receiverMembershipId: string | null;
  /** In how many the giver himself was the prospect. */
  inside: number;
  outside: number;
}

const text = `
  WITH ${askedPeriods},
  given AS (
    SELECT asked.place, r.introduction_id, r.giver_membership_id AS giver,
      CASE WHEN r.receiver_club_id = r.club_id THEN r.receiver_membership_id END AS receiver
    FROM asked ${givenByClub}
    UNION ALL
    SELECT asked.place, r.introduction_id, NULL, r.receiver_membership_id
    FROM asked ${receivedByClub} AND r.club_id <> r.receiver_club_id
  )
  SELECT place, giver AS "giverMembershipId", receiver AS "receiverMembershipId",
    count(*) FILTER (WHERE introduction_id IS NULL)::int AS inside,
    count(introduction_id)::int AS outside
  FROM given GROUP BY place, giver, receiver`;

/** The referrals given in clubs and to them; two between whom none went have no row. */
export function betweenRows(manager: EntityManager, asked: readonly SubjectPeriod[]): Promise<BetweenRow[]> {
  return manager.query<BetweenRow[]>(text, askedParameters(asked));
}
