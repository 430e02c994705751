import type { Viewer } from '../../identity/viewer.js';
import { columnsOf, type LoaderDeclaration } from '../../platform/graphql/loaders.js';
import { matchesOf } from './ask-matches.sql.js';
import type { AskMatch } from './asks.types.js';
import { standing } from './standing.sql.js';

/** The key of a presentation as a viewer sees it. All keys of a request have the same viewer. */
export function matchKey(presentationId: string, viewer: Pick<Viewer, 'personId' | 'asOf'>): string {
  return `${presentationId} ${viewer.personId} ${viewer.asOf.toISOString()}`;
}

function readKeys(keys: readonly string[]) {
  const [ids = [], [personId = ''] = [], [asOf = ''] = []] = columnsOf(keys);
  return { ids: ids.map((id) => id ?? ''), viewer: { personId, asOf: new Date(asOf) } };
}

/** The viewer's contacts who fit the ask of a presentation, by `matchKey`; nothing when none does. */
export const ownMatches: LoaderDeclaration<AskMatch> = async (keys, dataSource) => {
  const { ids, viewer } = readKeys(keys);
  const matches = await matchesOf(dataSource.manager, viewer, ids);
  return new Map(matches.map((match) => [matchKey(match.id, viewer), match]));
};

/** Whether the ask of a presentation stands, by `matchKey`. */
export const askStands: LoaderDeclaration<boolean> = async (keys, dataSource) => {
  const { ids, viewer } = readKeys(keys);
  const stand = await standing(dataSource.manager, ids, viewer.asOf);
  return new Map([...stand].map((id) => [matchKey(id, viewer), true]));
};

/** How many referrals answered the ask of a presentation, by its key; nothing when none did. */
export const answersGiven: LoaderDeclaration<number> = async (keys, dataSource) => {
  const rows: { id: string; count: number }[] = await dataSource.query(
    'SELECT presentation_id AS id, count(*)::int AS count FROM answered_asks WHERE presentation_id = ANY ($1) GROUP BY 1',
    [keys],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
};
