/**
 * SQL: the amount of a deal with all its adjustments, whenever they were made, in minor units.
 * @param deal the alias of `deals` in the statement around it
 */
export function netAmount(deal: string): string {
  const adjustments = `SELECT sum(adjustment.amount_minor) FROM deal_adjustments adjustment WHERE adjustment.deal_id = ${deal}.id`;
  return `(${deal}.amount_minor + coalesce((${adjustments}), 0))`;
}
