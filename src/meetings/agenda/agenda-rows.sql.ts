import type { LoaderDeclaration } from '../../platform/graphql/loaders.js';
import type { AgendaPoint } from './agenda-point.entity.js';

export interface AgendaRow extends AgendaPoint {
  /** How often it was started. */
  runs: number;
  /** How long its runs took that have ended, in milliseconds. */
  endedMilliseconds: number;
  runningSince: Date | null;
}

/** The points of meetings ($1) in order, each with the time it has run. */
const text = `
  SELECT p.id, p.meeting_id AS "meetingId", p.position, p.title, p.planned_seconds AS "plannedSeconds", p.office,
    count(r.id)::int AS runs,
    coalesce(sum(extract(epoch FROM r.ended_at - r.started_at) * 1000), 0)::float8 AS "endedMilliseconds",
    max(r.started_at) FILTER (WHERE r.ended_at IS NULL) AS "runningSince"
  FROM agenda_points p LEFT JOIN agenda_runs r ON r.point_id = p.id AND r.meeting_id = p.meeting_id
  WHERE p.meeting_id = ANY ($1)
  GROUP BY p.id
  ORDER BY p.meeting_id, p.position`;

/** By the meeting; a meeting without an agenda of its own has none. */
export const agendaRows: LoaderDeclaration<AgendaRow[]> = async (meetingIds, dataSource) => {
  const rows = await dataSource.query<AgendaRow[]>(text, [meetingIds]);
  const found = new Map<string, AgendaRow[]>();
  for (const row of rows) found.set(row.meetingId, [...(found.get(row.meetingId) ?? []), row]);
  return found;
};
