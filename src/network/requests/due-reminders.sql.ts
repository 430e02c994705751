import type { EntityManager } from 'typeorm';
import type { Addressee } from '../../identity/letter.js';
import { openProgress } from './request-progress.js';

/** Somebody to remind, and what waits for him. */
export interface DueReminder extends Addressee {
  personId: string;
  count: number;
  requesters: string[];
}

/** The civil day it is at the instant ($1) in the club of a request. */
const today = (request: string): string =>
  `(SELECT ($1::timestamptz AT TIME ZONE c.time_zone)::date FROM clubs c WHERE c.id = ${request}.club_id)`;

/** Whether a request waits for the member who was asked ($2 is the progress of those that do): by a seat he holds. */
const waiting = (request: string): string => `(
  ${request}.progress = ANY ($2::introduction_request_progress[]) AND ${request}.lapses_at > $1 AND EXISTS (
    SELECT FROM memberships m
    WHERE m.id = ${request}.asked_membership_id AND daterange(m.joined_on, m.left_on) @> ${today(request)}
  ))`;

/**
 * The next so many members ($3) to remind. Their rows are locked, and those that another process has are left to it;
 * who was reminded today already is not again.
 */
const lockDue = `
  SELECT p.id FROM persons p
  WHERE p.id IN (
    SELECT due.asked_id FROM introduction_requests due
    WHERE due.reminds_on <= ($1::timestamptz AT TIME ZONE 'UTC')::date + 1 -- what the index finds: no day is further on
      AND due.reminds_on <= ${today('due')} AND ${waiting('due')}
  ) AND NOT EXISTS (
    SELECT FROM introduction_requests told WHERE told.asked_id = p.id AND told.reminded_on >= ${today('told')}
  )
  ORDER BY p.id LIMIT $3 FOR NO KEY UPDATE SKIP LOCKED`;

/** Read anew under the lock: what another process has marked meanwhile is due no more. */
const mark = `
  WITH marked AS (
    UPDATE introduction_requests due SET
      reminded_on = ${today('due')},
      reminds_on = CASE WHEN due.reminds_again_on > ${today('due')} THEN due.reminds_again_on END,
      reminds_again_on = NULL
    WHERE due.asked_id = ANY ($3) AND due.reminds_on <= ${today('due')} AND ${waiting('due')}
    RETURNING due.asked_id
  )
  SELECT p.id AS "personId", p.given_name AS "givenName", p.family_name AS "familyName", p.email, p.locale,
    count(*)::int AS count,
    array_agg(DISTINCT requester.given_name || ' ' || requester.family_name) AS requesters
  FROM persons p
  JOIN introduction_requests r ON r.asked_id = p.id AND ${waiting('r')}
    AND (r.progress <> 'postponed' OR r.postponed_until < ${today('r')})
  JOIN persons requester ON requester.id = r.requester_id
  WHERE p.id IN (SELECT asked_id FROM marked)
  GROUP BY p.id`;

/** What waits for the member who was asked himself; not what he passed on. */
const remindedProgress = openProgress.filter((progress) => progress !== 'passed_on');

/**
 * Marks the next so many members as reminded, within a transaction: whoever commits it mails them.
 * @returns how many were looked at, and those to mail
 */
export async function takeDueReminders(
  manager: EntityManager,
  now: Date,
  most: number,
): Promise<{ seen: number; due: DueReminder[] }> {
  const locked = await manager.query<{ id: string }[]>(lockDue, [now, remindedProgress, most]);
  if (locked.length === 0) return { seen: 0, due: [] };
  const due = await manager.query<DueReminder[]>(mark, [now, remindedProgress, locked.map(({ id }) => id)]);
  return { seen: locked.length, due };
}
