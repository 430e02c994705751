import { In, IsNull } from 'typeorm';
import type { LoaderDeclaration } from '../../platform/graphql/loaders.js';
import { VisitorLink } from './visitor-link.entity.js';

/** How many registered by links, by the link's id; a link by which nobody did has no answer. */
export const registrationsBy: LoaderDeclaration<number> = async (linkIds, dataSource) => {
  const rows = await dataSource.query<{ id: string; count: number }[]>(
    'SELECT link_id AS id, count(*)::int AS count FROM visitors WHERE link_id = ANY ($1) GROUP BY link_id',
    [linkIds],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
};

/** The key under which `liveLink` loads. */
export function liveLinkKey(meetingId: string, personId: string): string {
  return `${meetingId} ${personId}`;
}

/** The latest link of a member for a meeting unless he revoked it, by `liveLinkKey`. All keys have the same member. */
export const liveLink: LoaderDeclaration<VisitorLink> = async (keys, dataSource) => {
  const [, personId = ''] = keys[0]?.split(' ') ?? [];
  const links = await dataSource
    .getRepository(VisitorLink)
    .findBy({ meetingId: In(keys.map((key) => key.slice(0, 36))), personId, revokedAt: IsNull() });
  return new Map(links.map((link) => [liveLinkKey(link.meetingId, link.personId), link]));
};
