import type { DataSource } from 'typeorm';
import type { LoaderDeclaration } from '../../platform/graphql/loaders.js';
import type { MeetingChange } from './meeting-changes.types.js';

const changesText = `
  SELECT c.meeting_id AS "meetingId", c.sequence, replace(a.verb, '.', '_') AS kind, a.happened_at AS "happenedAt",
    a.actor_id AS "actorId", a.subject_id AS "subjectId", a.details
  FROM meeting_changes c JOIN activities a ON a.id = c.activity_id
  WHERE c.meeting_id = $1 AND c.sequence > $2
  ORDER BY c.sequence LIMIT $3`;

/** The changes of a meeting after the one of that number, in their order. */
export function changesAfter(
  dataSource: DataSource,
  { meetingId, after, limit }: { meetingId: string; after: number; limit: number },
): Promise<MeetingChange[]> {
  return dataSource.query<MeetingChange[]>(changesText, [meetingId, after, limit]);
}

const lastText = `
  SELECT meeting_id AS "meetingId", max(sequence) AS last FROM meeting_changes
  WHERE meeting_id = ANY ($1) GROUP BY meeting_id`;

/** The number of the last change of each meeting, which is also how many there are. */
export const lastChange: LoaderDeclaration<number> = async (meetingIds, dataSource) => {
  const rows = await dataSource.query<{ meetingId: string; last: number }[]>(lastText, [meetingIds]);
  return new Map(rows.map(({ meetingId, last }) => [meetingId, last]));
};
