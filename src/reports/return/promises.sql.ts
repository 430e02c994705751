import type { EntityManager } from 'typeorm';
import { askedParameters, askedPeriods, type SubjectPeriod } from '../asked-periods.js';
import type { ReturnSubject } from './money-in-period.sql.js';
import { receivedInPeriod } from './received-in-period.sql.js';

/** A subject's period and the instant at which promises are judged. */
export interface JudgedPeriod extends SubjectPeriod {
  /** RFC 3339. */
  at: string;
}

/** How one receiver kept his promises, at a place of the list asked about. */
export interface PromisesRow {
  place: number;
  receiverId: string;
  early: number;
  kept: number;
  late: number;
  /** The promised moment has passed, and there is no contact yet. */
  overdue: number;
  /** Contacted within the target of his club, and not. */
  inTarget: number;
  outOfTarget: number;
  /** From giving to first contact: of all at this place that were contacted; null when none was. */
  medianHours: number | null;
}

/** SQL: whether a referral `r` was left without a contact on purpose: such a promise is not judged. */
const isOver = `r.stage IN ('lost', 'declined')`;

/**
 * SQL: how the giver experienced the promise of a referral `r` to a member of the club `c`, as `promiseExperience` has
 * it, or `overdue`; null while it is not due.
 * @param at the instant at which it is judged
 */
export const experience = (at: string): string => `CASE
    WHEN r.first_contact_at > r.promised_for THEN 'late'
    WHEN (r.first_contact_at AT TIME ZONE c.time_zone)::date < (r.promised_for AT TIME ZONE c.time_zone)::date THEN 'early'
    WHEN r.first_contact_at IS NOT NULL THEN 'kept'
    WHEN r.promised_for < ${at} AND NOT ${isOver} THEN 'overdue' END`;

/** SQL: the instant ($4) at which the promises at a place are judged. */
export const judgedAt = '($4::timestamptz[])[asked.place + 1]';

const target = 'r.given_at + make_interval(hours => r.target_hours)';
const count = (condition: string) => `count(*) FILTER (WHERE ${condition})::int`;

const text = (subject: ReturnSubject): string => `
  WITH ${askedPeriods},
  judged AS (
    SELECT asked.place, r.receiver_id, ${experience(judgedAt)} AS experience,
      CASE WHEN r.first_contact_at IS NOT NULL THEN r.first_contact_at <= ${target}
        WHEN ${target} < ${judgedAt} AND NOT ${isOver} THEN false END AS in_target,
      extract(epoch FROM r.first_contact_at - r.given_at)::float8 / 3600 AS hours
    FROM asked ${receivedInPeriod(subject)} JOIN clubs c ON c.id = r.receiver_club_id
  ),
  medians AS (
    SELECT place, percentile_cont(0.5) WITHIN GROUP (ORDER BY hours) AS hours FROM judged GROUP BY place
  )
  SELECT place, receiver_id AS "receiverId",
    ${count(`experience = 'early'`)} AS early, ${count(`experience = 'kept'`)} AS kept,
    ${count(`experience = 'late'`)} AS late, ${count(`experience = 'overdue'`)} AS overdue,
    ${count('in_target')} AS "inTarget", ${count('NOT in_target')} AS "outOfTarget",
    (SELECT hours FROM medians WHERE medians.place = judged.place) AS "medianHours"
  FROM judged WHERE experience IS NOT NULL OR in_target IS NOT NULL
  GROUP BY place, receiver_id`;

const texts = { club: text('club'), seat: text('seat') };

/** The parameters $1 to $4 of a statement that judges promises. */
export function judgedParameters(asked: readonly JudgedPeriod[]): string[][] {
  return [...askedParameters(asked), asked.map(({ at }) => at)];
}

/** How promises were kept, by receiver; who received none that is judged has no row. */
export function promisesRows(
  manager: EntityManager,
  subject: ReturnSubject,
  asked: readonly JudgedPeriod[],
): Promise<PromisesRow[]> {
  return manager.query<PromisesRow[]>(texts[subject], judgedParameters(asked));
}
