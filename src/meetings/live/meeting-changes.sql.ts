import type { DataSource } from 'typeorm';
import type { LoaderDeclaration } from '../../platform/graphql/loaders.js';
import type { MeetingChange } from './meeting-changes.types.js';

const changesText = `
  SELECT asked.after, c.meeting_id AS "meetingId", c.sequence, replace(a.verb, '.', '_') AS kind,
    a.happened_at AS "happenedAt", a.actor_id AS "actorId", a.subject_id AS "subjectId", a.details
  FROM unnest($1::uuid[], $2::integer[]) AS asked (meeting_id, after)
  CROSS JOIN LATERAL (
    SELECT * FROM meeting_changes
    WHERE meeting_id = asked.meeting_id AND sequence > asked.after
    ORDER BY sequence LIMIT $3
  ) c JOIN activities a ON a.id = c.activity_id
  ORDER BY c.sequence`;

/** Up to where somebody has had the changes of a meeting. */
export interface Place {
  meetingId: string;
  after: number;
}

/** The key under which `changesAfter` answers. */
export function placeKey({ meetingId, after }: Place): string {
  return `${meetingId} ${after}`;
}

/** The changes after each of the places, in their order, and at most so many for each; by `placeKey`. */
export async function changesAfter(
  dataSource: DataSource,
  keys: readonly string[],
  limit: number,
): Promise<Map<string, MeetingChange[]>> {
  const places = keys.map((key) => key.split(' '));
  const columns = [0, 1].map((column) => places.map((place) => place[column]));
  const rows = await dataSource.query<(MeetingChange & Place)[]>(changesText, [...columns, limit]);
  const changes = new Map<string, MeetingChange[]>(keys.map((key) => [key, []]));
  for (const { after, ...change } of rows) changes.get(placeKey({ meetingId: change.meetingId, after }))?.push(change);
  return changes;
}

const lastText = `
  SELECT meeting_id AS "meetingId", max(sequence) AS last FROM meeting_changes
  WHERE meeting_id = ANY ($1) GROUP BY meeting_id`;

/** The number of the last change of each meeting, which is also how many there are. */
export const lastChange: LoaderDeclaration<number> = async (meetingIds, dataSource) => {
  const rows = await dataSource.query<{ meetingId: string; last: number }[]>(lastText, [meetingIds]);
  return new Map(rows.map(({ meetingId, last }) => [meetingId, last]));
};
