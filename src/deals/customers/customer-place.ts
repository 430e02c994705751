import type { CustomerStage } from './customer-stage.js';

/** Who is asked and thanked first; then whom to win, then whom to win back. */
const ranks: Record<CustomerStage, number> = { new: 0, loyal: 0, potential: 1, former: 2 };
const dayMilliseconds = 86_400_000;
/** More days than there are between any two days of a list. */
const rankDays = 10_000_000;

/**
 * Where a customer stands in a list, the smallest first: new and loyal ones with the latest deal first, potential ones
 * with the latest introduction or referral first, former ones with the longest time without a deal first.
 */
export function placeOf(stage: CustomerStage, lastDealOn: string | null, lastOpenedOn: string | null): number {
  const day = (stage === 'potential' ? lastOpenedOn : lastDealOn) ?? '1970-01-01';
  const days = Date.parse(day) / dayMilliseconds;
  return ranks[stage] * rankDays + (stage === 'former' ? days : -days);
}
