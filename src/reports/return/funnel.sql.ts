import type { EntityManager } from 'typeorm';
import { askedParameters, askedPeriods, type SubjectPeriod } from '../asked-periods.js';
import type { ReturnSubject } from './money-in-period.sql.js';
import { receivedInPeriod } from './received-in-period.sql.js';

/** Referrals of one receiver that came equally far and ended alike, at a place of the list asked about. */
export interface FunnelRow {
  place: number;
  receiverId: string;
  /** The furthest stage they ever reached: 0 suspect, 1 prospect, 2 hot prospect, 3 customer. */
  reached: number;
  /** Null for those that are neither lost nor declined by now. */
  ended: 'lost' | 'declined' | null;
  referrals: number;
  /** From given to prospect, hot prospect and customer: of all at this place that came so far; null when none did. */
  medianDays: (number | null)[];
}

const stagesFrom = {
  prospect: `m.to_stage IN ('prospect', 'hot_prospect', 'customer')`,
  hot: `m.to_stage IN ('hot_prospect', 'customer')`,
  customer: `m.to_stage = 'customer'`,
};
const median = (reachedAt: string) =>
  `percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM ${reachedAt} - given_at)::float8 / 86400)`;

/** A referral has reached a stage on the day of its first move there or beyond, whatever became of it afterwards. */
const text = (subject: ReturnSubject): string => `
  WITH ${askedPeriods},
  moved AS (
    SELECT asked.place, r.receiver_id, r.given_at,
      CASE WHEN r.stage IN ('lost', 'declined') THEN r.stage::text END AS ended,
      min(m.moved_at) FILTER (WHERE ${stagesFrom.prospect}) AS prospect_at,
      min(m.moved_at) FILTER (WHERE ${stagesFrom.hot}) AS hot_at,
      min(m.moved_at) FILTER (WHERE ${stagesFrom.customer}) AS customer_at
    FROM asked ${receivedInPeriod(subject)}
    LEFT JOIN referral_moves m ON m.referral_id = r.id
    GROUP BY asked.place, r.id
  ),
  medians AS (
    SELECT place, json_build_array(${median('prospect_at')}, ${median('hot_at')}, ${median('customer_at')}) AS days
    FROM moved GROUP BY place
  )
  SELECT place, receiver_id AS "receiverId", num_nonnulls(prospect_at, hot_at, customer_at) AS reached, ended,
    count(*)::int AS referrals, (SELECT days FROM medians WHERE medians.place = moved.place) AS "medianDays"
  FROM moved GROUP BY place, receiver_id, reached, ended`;

const texts = { club: text('club'), seat: text('seat') };

/** How far referrals came; a subject that received none in its period has no row. */
export function funnelRows(
  manager: EntityManager,
  subject: ReturnSubject,
  asked: readonly SubjectPeriod[],
): Promise<FunnelRow[]> {
  return manager.query<FunnelRow[]>(texts[subject], askedParameters(asked));
}
