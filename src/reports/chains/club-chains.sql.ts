import type { EntityManager } from 'typeorm';
import { dealsCreditedTo } from '../../deals/deals.policy.js';
import { netAmount } from '../../deals/net-amount.sql.js';

/** The chains of which club, begun in which period. */
export interface ChainsAsked {
  clubId: string;
  from: string;
  to: string;
}

/** A chain: its first introduction with the number of all that spring from it, by degree. */
export interface ChainRow {
  id: string;
  rootId: string;
  begunOn: string;
  introductions: number;
  deepestDegree: number;
  /** Of degree 2, of degree 3, and of the fourth and all beyond. */
  byDegree: [number, number, number];
}

/** Money of deals that go back to chains of one root, in one currency, up to the second degree or beyond it. */
export interface RootMoneyRow {
  rootId: string;
  currency: string;
  isBeyondSecond: boolean;
  deals: number;
  amountMinor: string;
  /** The sellers whose amounts the viewer sees nowhere: neither his own nor such as are shown to him. */
  unseenSellers: string[];
}

/**
 * The first introductions of a club ($1) in a period ($2, $3): those that served somebody with a seat there on their
 * day, and `links`, all that spring from them. The terms of one person in a club do not overlap: none comes twice.
 */
const forest = `
  WITH RECURSIVE tops AS (
    SELECT i.id, i.root_id, i.happened_on
    FROM memberships seat
    JOIN introductions i ON i.beneficiary_id = seat.person_id AND i.parent_id IS NULL
      AND i.happened_on BETWEEN $2 AND $3
      AND i.happened_on >= seat.joined_on AND (seat.left_on IS NULL OR i.happened_on < seat.left_on)
    WHERE seat.club_id = $1
  ),
  links AS (
    SELECT tops.id AS top_id, tops.root_id, i.id, i.degree FROM tops JOIN introductions i USING (id)
    UNION ALL
    SELECT links.top_id, links.root_id, below.id, below.degree
    FROM links JOIN introductions below ON below.parent_id = links.id
  )`;

/** Those that went furthest first: most introductions of the third degree and beyond, then most, then the latest. */
const chainsText = `${forest}
  SELECT tops.id, tops.root_id AS "rootId", tops.happened_on::text AS "begunOn", count(*)::int AS introductions,
    max(links.degree)::int AS "deepestDegree",
    json_build_array(count(*) FILTER (WHERE links.degree = 2), count(*) FILTER (WHERE links.degree = 3),
      count(*) FILTER (WHERE links.degree > 3)) AS "byDegree"
  FROM tops JOIN links ON links.top_id = tops.id
  GROUP BY tops.id, tops.root_id, tops.happened_on
  ORDER BY count(*) FILTER (WHERE links.degree > 2) DESC, count(*) DESC, tops.happened_on DESC, tops.id`;

/** Deals with all their adjustments, whenever they were made: lifetime value. What a seller hides is in no sum. */
const moneyText = `${forest},
  credited AS MATERIALIZED (${dealsCreditedTo('$4::uuid')}),
  net AS (
    SELECT links.root_id, d.currency, links.degree > 2 AS beyond, d.seller_id,
      d.seller_id = $4 OR (d.amount_visibility = 'exact' AND d.id IN (SELECT id FROM credited)) AS seen,
      ${netAmount('d')} AS amount
    FROM links JOIN deals d ON d.origin_id = links.id
    WHERE d.amount_visibility <> 'hidden' AND NOT d.direct
  )
  SELECT root_id AS "rootId", currency, beyond AS "isBeyondSecond", count(*)::int AS deals,
    sum(amount)::text AS "amountMinor",
    coalesce(array_agg(DISTINCT seller_id::text) FILTER (WHERE NOT seen), '{}') AS "unseenSellers"
  FROM net GROUP BY root_id, currency, beyond ORDER BY currency`;

const parameters = ({ clubId, from, to }: ChainsAsked) => [clubId, from, to];

export function chainRows(manager: EntityManager, asked: ChainsAsked): Promise<ChainRow[]> {
  return manager.query<ChainRow[]>(chainsText, parameters(asked));
}

export function rootMoneyRows(manager: EntityManager, asked: ChainsAsked, viewerId: string): Promise<RootMoneyRow[]> {
  return manager.query<RootMoneyRow[]>(moneyText, [...parameters(asked), viewerId]);
}
