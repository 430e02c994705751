import type { Answer, TestApp } from './test-app.js';
import type { CastMember, World } from './world.js';

export const march = { from: '2026-03-01', to: '2026-03-31' };
const tally = '{ inside outside }';
const query = `
  query ($id: UUID!, $period: PeriodInput, $first: Int! = 40, $after: String, $cells: Int! = 40, $afterCell: String,
    $pairs: Int! = 60, $afterPair: String, $oneWayOnly: Boolean! = false) {
    club(id: $id) {
      referralMatrix(period: $period) {
        from to among ${tally} toOthers ${tally} fromOthers ${tally} reciprocity { pairs mutualPairs share }
        rows(first: $first, after: $after) {
          totalCount pageInfo { hasNextPage endCursor }
          nodes {
            membership { id person { givenName } } given ${tally} received ${tally} toOthers ${tally} fromOthers ${tally}
            reciprocity { gaveTo gaveBack share }
            cells(first: $cells, after: $afterCell) {
              totalCount pageInfo { hasNextPage endCursor } nodes { membership { id } inside outside }
            }
          }
        }
        pairs(first: $pairs, after: $afterPair, oneWayOnly: $oneWayOnly) {
          totalCount pageInfo { hasNextPage endCursor }
          nodes { one { id } other { id } given ${tally} givenBack ${tally} oneWay }
        }
      }
    }
  }`;

/** Asks for the referral matrix of Ghent in March, with all its pages, unless it is said otherwise. */
export function askMatrix(
  { app, world }: { app: TestApp; world: World },
  viewer: CastMember | null,
  asked: object = {},
): Promise<Answer> {
  return app.execute(viewer, query, { id: world.ghentId, period: march, ...asked });
}
