import type { SelectQueryBuilder } from 'typeorm';
import type { Viewer } from '../identity/viewer.js';
import type { Introduction } from '../network/introduction.entity.js';
import type { Deal } from './deal.entity.js';

/**
 * SQL: the ids of the deals a person is credited with: he is named in the split in force, or is the root where there
 * was no split.
 * @param person the placeholder of his id
 */
export const dealsCreditedTo = (person: string): string => `
  SELECT d.id FROM deals d
  WHERE d.root_id = ${person} AND NOT EXISTS (SELECT FROM credit_splits s WHERE s.deal_id = d.id)
  UNION ALL
  SELECT s.deal_id FROM credit_shares share JOIN credit_splits s ON s.id = share.split_id
  WHERE share.person_id = ${person} AND NOT EXISTS (
    SELECT FROM credit_splits later
    WHERE later.deal_id = s.deal_id AND (later.decided_at, later.id) > (s.decided_at, s.id))`;

/** A deal is the seller's; the members credited with it learn that it closed, and what the seller lets them. */
export function onlyVisibleDeals(query: SelectQueryBuilder<Deal>, viewer: Viewer): SelectQueryBuilder<Deal> {
  return query.andWhere(`(deal.seller_id = :viewerId OR deal.id IN (${dealsCreditedTo(':viewerId')}))`, {
    viewerId: viewer.personId,
  });
}

/** Everything that happens to a deal afterwards is the seller's to record. */
export function canChangeDeal(viewer: Viewer, deal: Deal): boolean {
  return viewer.is(deal.sellerId);
}

/**
 * Whether the viewer of a deal that is visible to him sees the exact amount and all adjustments: if the seller shows it,
 * and the buyer did not refuse that who introduced him hears what came of it.
 * @param origin the introduction the deal goes back to; null without one
 */
export function canSeeAmount(viewer: Viewer, deal: Deal, origin: Introduction | null): boolean {
  return viewer.is(deal.sellerId) || (deal.amountVisibility === 'exact' && mayBeTold(origin));
}

/** Whether he sees between which powers of ten it lies. */
export function canSeeBand(viewer: Viewer, deal: Deal, origin: Introduction | null): boolean {
  return canSeeAmount(viewer, deal, origin) || (deal.amountVisibility === 'band' && mayBeTold(origin));
}

/** SQL of the same for the deal `d`: whether the buyer lets others than the seller hear the amount. */
export const outcomeMayBeTold = `
  NOT EXISTS (SELECT FROM introductions origin WHERE origin.id = d.origin_id AND NOT origin.outcome_back)`;

function mayBeTold(origin: Introduction | null): boolean {
  return origin === null || origin.outcomeBack;
}
