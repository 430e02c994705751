import type { EntityManager } from 'typeorm';
import type { Alert } from './alert.entity.js';
import type { AlertEvidence } from './alert-evidence.entity.js';

type NewAlert = Omit<Alert, 'measured'> & { measured: number };

/**
 * Raises alerts ($1) with their evidence ($2), but for those that were raised on the same evidence before. Two that
 * do so at once are told apart by the key: whoever comes second finds it taken.
 */
const text = `
  WITH found AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS f (
      id uuid, "clubId" uuid, rule alert_rule, "rulesId" uuid, "membershipId" uuid, "visitorId" uuid,
      "meetingId" uuid, measured numeric, "lastEvidenceId" uuid, "raisedAt" timestamptz
    )
  ),
  raised AS (
    INSERT INTO alerts
      (id, club_id, rule, rules_id, membership_id, visitor_id, meeting_id, measured, last_evidence_id, raised_at)
    SELECT id, "clubId", rule, "rulesId", "membershipId", "visitorId", "meetingId", measured, "lastEvidenceId",
      "raisedAt"
    FROM found
    ON CONFLICT ON CONSTRAINT alerts_same_evidence_raises_once DO NOTHING
    RETURNING id
  ),
  kept AS (
    INSERT INTO alert_evidence (id, alert_id, day, meeting_id, letter, visitor_id, office_id, units)
    SELECT e.id, e."alertId", e.day, e."meetingId", e.letter, e."visitorId", e."officeId", e.units
    FROM jsonb_to_recordset($2::jsonb) AS e (
      id uuid, "alertId" uuid, day date, "meetingId" uuid, letter attendance_letter, "visitorId" uuid,
      "officeId" uuid, units numeric
    )
    JOIN raised ON raised.id = e."alertId"
  )
  SELECT id FROM raised`;

/** @returns the ids of those that are new */
export async function raiseAlerts(
  manager: EntityManager,
  alerts: NewAlert[],
  evidence: AlertEvidence[],
): Promise<Set<string>> {
  const rows = await manager.query<{ id: string }[]>(text, [JSON.stringify(alerts), JSON.stringify(evidence)]);
  return new Set(rows.map(({ id }) => id));
}
