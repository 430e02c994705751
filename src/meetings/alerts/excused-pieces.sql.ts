import type { EntityManager } from 'typeorm';
import { pieceKey } from './finding.js';
import { standingDecisions } from './standing-decisions.js';

/** The evidence of the alerts of a club ($1) that are excused as it stands. Units earned are no evidence against. */
const text = `
  SELECT a.rule, a.membership_id AS "membershipId", coalesce(e.visitor_id, e.office_id, e.meeting_id) AS "pieceId"
  FROM alerts a
  JOIN ${standingDecisions} d ON d.alert_id = a.id AND d.decision = 'excuse'
  JOIN alert_evidence e ON e.alert_id = a.id AND e.units IS NULL
  WHERE a.club_id = $1`;

/** By `pieceKey`. */
export async function excusedPieces(manager: EntityManager, clubId: string): Promise<Set<string>> {
  const rows = await manager.query<{ rule: string; membershipId: string | null; pieceId: string }[]>(text, [clubId]);
  return new Set(rows.map(({ rule, membershipId, pieceId }) => pieceKey(rule, membershipId, pieceId)));
}
