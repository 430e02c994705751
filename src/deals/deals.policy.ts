import type { SelectQueryBuilder } from 'typeorm';
import type { Viewer } from '../identity/viewer.js';
import type { Deal } from './deal.entity.js';

/** A deal is the seller's; the members credited with it learn that it closed, and what the seller lets them. */
export function onlyVisibleDeals(query: SelectQueryBuilder<Deal>, viewer: Viewer): SelectQueryBuilder<Deal> {
  return query.andWhere(`(deal.seller_id = :viewerId OR ${credited('deal')})`, { viewerId: viewer.personId });
}

/** SQL: whether :viewerId is credited with the deal: named in the split in force, or the root when there is none. */
export function credited(alias: string): string {
  return `CASE WHEN EXISTS (SELECT FROM credit_splits s WHERE s.deal_id = ${alias}.id)
    THEN :viewerId IN (
      SELECT share.person_id FROM credit_shares share
      WHERE share.split_id = (
        SELECT s.id FROM credit_splits s WHERE s.deal_id = ${alias}.id ORDER BY s.decided_at DESC, s.id DESC LIMIT 1))
    ELSE ${alias}.root_id = :viewerId END`;
}

/** Everything that happens to a deal afterwards is the seller's to record. */
export function canChangeDeal(viewer: Viewer, deal: Deal): boolean {
  return viewer.is(deal.sellerId);
}

/** Whether the viewer of a deal that is visible to him sees the exact amount and all adjustments. */
export function canSeeAmount(viewer: Viewer, deal: Deal): boolean {
  return viewer.is(deal.sellerId) || deal.amountVisibility === 'exact';
}

/** Whether he sees between which powers of ten it lies. */
export function canSeeBand(viewer: Viewer, deal: Deal): boolean {
  return canSeeAmount(viewer, deal) || deal.amountVisibility === 'band';
}
