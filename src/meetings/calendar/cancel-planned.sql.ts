import type { EntityManager } from 'typeorm';
import type { ChangedMeeting } from './insert-due-meetings.sql.js';

/**
 * Cancels what is planned: of a club ($1) from one civil day ($2) to another ($3, null for all that follow), of one
 * series ($4) if it is given, at a moment ($5), for a reason ($6), which may be a holiday ($7).
 */
const text = `
  UPDATE meetings SET state = 'cancelled', cancelled_at = $5, cancellation_reason = $6, holiday_id = $7,
    revision = revision + 1, revised_at = $5
  WHERE club_id = $1 AND state = 'planned' AND held_on >= $2::date AND ($3::date IS NULL OR held_on <= $3)
    AND ($4::uuid IS NULL OR series_id = $4)
  RETURNING id, held_on::text AS "heldOn"`;

export interface PlannedDays {
  clubId: string;
  from: string;
  /** Null for all that follow. */
  to: string | null;
  /** Null for all meetings of the club. */
  seriesId: string | null;
}

export interface Cancelling {
  at: Date;
  reason: string;
  /** The holiday that cancels, which can be removed again; null without. */
  holidayId: string | null;
}

/** @returns those that were cancelled */
export async function cancelPlanned(
  manager: EntityManager,
  { clubId, from, to, seriesId }: PlannedDays,
  { at, reason, holidayId }: Cancelling,
): Promise<ChangedMeeting[]> {
  const [cancelled] = await manager.query<[ChangedMeeting[], number]>(text, [
    ...[clubId, from, to, seriesId],
    ...[at, reason, holidayId],
  ]);
  return cancelled;
}
