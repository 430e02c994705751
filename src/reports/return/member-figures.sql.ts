import type { EntityManager } from 'typeorm';
import { moneyInPeriod } from './money-in-period.sql.js';
import { experience, type JudgedPeriod, judgedAt, judgedParameters } from './promises.sql.js';

/** The figures of one member of a club, at a place of the list asked about; in the club's currency. */
export interface MemberFiguresRow {
  place: number;
  /** Null without money in the period. */
  returnMinor: string | null;
  indirectMinor: string | null;
  referralsReceived: number;
  promisesJudged: number;
  promisesKept: number;
}

/** Everybody who had a seat in the club on a day of the period, whoever comes back being one. */
const text = `
  WITH ${moneyInPeriod('club')},
  members AS (
    SELECT DISTINCT asked.place, m.club_id, m.person_id FROM asked JOIN memberships m ON m.club_id = asked.subject_id
      AND m.joined_on <= asked.to_day AND (m.left_on IS NULL OR m.left_on > asked.from_day)
  ),
  returns AS (
    SELECT place, seller_id, currency, sum(amount_minor)::bigint AS total,
      coalesce(sum(amount_minor) FILTER (WHERE degree > 1), 0)::bigint AS indirect
    FROM money WHERE degree IS NOT NULL GROUP BY place, seller_id, currency
  ),
  judged AS (
    SELECT asked.place, r.receiver_id, ${experience(judgedAt)} AS experience
    FROM asked JOIN clubs c ON c.id = asked.subject_id
    JOIN referrals r ON r.receiver_club_id = asked.subject_id AND r.given_on BETWEEN asked.from_day AND asked.to_day
  ),
  received AS (
    SELECT place, receiver_id, count(*)::int AS referrals, count(experience)::int AS judged,
      count(*) FILTER (WHERE experience IN ('early', 'kept'))::int AS kept
    FROM judged GROUP BY place, receiver_id
  )
  SELECT members.place, returns.total AS "returnMinor", returns.indirect AS "indirectMinor",
    coalesce(received.referrals, 0) AS "referralsReceived",
    coalesce(received.judged, 0) AS "promisesJudged", coalesce(received.kept, 0) AS "promisesKept"
  FROM members JOIN clubs club ON club.id = members.club_id
  LEFT JOIN returns ON returns.place = members.place AND returns.seller_id = members.person_id
    AND returns.currency = club.currency
  LEFT JOIN received ON received.place = members.place AND received.receiver_id = members.person_id`;

/** A row for each member of each club in its period. */
export function memberFigures(manager: EntityManager, asked: readonly JudgedPeriod[]): Promise<MemberFiguresRow[]> {
  return manager.query<MemberFiguresRow[]>(text, judgedParameters(asked));
}
