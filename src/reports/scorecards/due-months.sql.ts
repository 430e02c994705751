import type { EntityManager } from 'typeorm';

/** A month of a club that is complete and not scored yet. */
export interface DueMonth {
  clubId: string;
  /** Its first day. */
  month: string;
}

/** So many days after its end a month is scored although a meeting of it is open still. */
const graceDays = 7;
/** So many months back those are scored that were not: the server was not running, or the club came with a history. */
const monthsBack = 6;

const text = `
  SELECT c.id AS "clubId", due.month::text AS month
  FROM clubs c
  CROSS JOIN LATERAL (SELECT ($1::timestamptz AT TIME ZONE c.time_zone)::date AS today) now
  CROSS JOIN LATERAL (
    SELECT (date_trunc('month', now.today) - make_interval(months => back))::date AS month,
      (date_trunc('month', now.today) - make_interval(months => back - 1))::date AS next_month
    FROM generate_series(1, ${monthsBack}) AS back
  ) due
  WHERE NOT EXISTS (SELECT FROM scorecard_results r WHERE r.club_id = c.id AND r.month = due.month)
    AND EXISTS (
      SELECT FROM memberships m
      WHERE m.club_id = c.id AND m.joined_on < due.next_month AND (m.left_on IS NULL OR m.left_on >= due.next_month)
    )
    AND (now.today >= due.next_month + ${graceDays} OR NOT EXISTS (
      SELECT FROM meetings m
      WHERE m.club_id = c.id AND m.state = 'open' AND m.held_on >= due.month AND m.held_on < due.next_month
    ))
  ORDER BY due.month, c.id`;

/** The months to score at an instant. */
export function dueMonths(manager: EntityManager, now: Date): Promise<DueMonth[]> {
  return manager.query<DueMonth[]>(text, [now]);
}
