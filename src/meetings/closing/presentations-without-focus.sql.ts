import type { LoaderDeclaration } from '../../platform/graphql/loaders.js';

/** How many presentations of meetings ($1) nobody has marked yet as asking for a referral or selling to the room. */
const text = `
  SELECT asked.id, count(p.id)::int AS count
  FROM unnest($1::uuid[]) AS asked (id)
  LEFT JOIN presentations p ON p.meeting_id = asked.id AND p.focus IS NULL
  GROUP BY asked.id`;

/** By the meeting's id. */
export const presentationsWithoutFocus: LoaderDeclaration<number> = async (meetingIds, dataSource) => {
  const rows = await dataSource.query<{ id: string; count: number }[]>(text, [meetingIds]);
  return new Map(rows.map((row) => [row.id, row.count]));
};
