import { mulberry32 } from './mulberry32.js';

/** What one networking deal brought in the period, in minor units: its amount, its adjustments, or both. */
export interface DealReturn {
  amountMinor: number;
  /** Whether it is of the second degree or beyond. */
  indirect: boolean;
}

/** Where the truth lies with this much certainty, judging by the very deals the share rests on. */
export interface ShareInterval {
  low: number;
  high: number;
  /** How many resamples it rests on. */
  resamples: number;
}

/** The claim that Kring measures: of the return of one who networks well, this much is indirect. */
export const referenceShare = 0.9;
/** With fewer deals a share says too little. */
export const enoughDeals = 10;
export const confidence = 0.95;
export const resamples = 2000;
/** Stated with every interval, so that whoever has the deals can compute it again. */
export const seed = 20120101;

/** The most draws one interval may cost; beyond 10 000 deals it takes fewer resamples, and says so. */
const mostDraws = 20_000_000;
const { floor } = Math;

/** A part of the whole; null when there is no return to have a share of. */
export function shareOf(partMinor: bigint, wholeMinor: bigint): number | null {
  return wholeMinor > 0n ? Number(partMinor) / Number(wholeMinor) : null;
}

/**
 * The 95 % interval of the indirect share by the percentile bootstrap over deals: as many deals are drawn at
 * random, with repetition, as there are; the share is taken; and so 2000 times. The interval runs from the 2.5th
 * to the 97.5th percentile of these shares, linear between neighbours (Efron & Tibshirani, An Introduction to the
 * Bootstrap, chapter 13; quantiles of type 7 by Hyndman & Fan). A resample whose return is not positive, as refunds
 * can make it, has no share and is left out. The order in which the deals are given does not matter.
 * @returns null when refunds leave more than one resample in twenty without a share
 */
export function shareInterval(deals: readonly DealReturn[]): ShareInterval | null {
  const rounds = Math.min(resamples, Math.floor(mostDraws / Math.max(deals.length, 1)));
  const shares = resampledShares(deals, rounds);
  if (shares.length < confidence * rounds) return null;
  const tail = (1 - confidence) / 2;
  return { low: quantile(shares, tail), high: quantile(shares, 1 - tail), resamples: shares.length };
}

/** The shares of the resamples that have one, in ascending order. */
function resampledShares(deals: readonly DealReturn[], rounds: number): Float64Array {
  const inOrder = [...deals].sort((a, b) => a.amountMinor - b.amountMinor || Number(a.indirect) - Number(b.indirect));
  const amounts = Float64Array.from(inOrder, (deal) => deal.amountMinor);
  const indirectAmounts = Float64Array.from(inOrder, (deal) => (deal.indirect ? deal.amountMinor : 0));
  const shares = new Float64Array(rounds);
  const random = mulberry32(seed);
  let defined = 0;
  for (let round = 0; round < rounds; round += 1) {
    let total = 0;
    let indirect = 0;
    for (let draw = 0; draw < amounts.length; draw += 1) {
      const drawn = floor(random() * amounts.length);
      total += amounts[drawn] ?? 0;
      indirect += indirectAmounts[drawn] ?? 0;
    }
    if (total > 0) {
      shares[defined] = indirect / total;
      defined += 1;
    }
  }
  return shares.subarray(0, defined).sort();
}

/** The value below which that part of the sorted values lies. */
function quantile(sorted: Float64Array, part: number): number {
  const position = part * (sorted.length - 1);
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? below;
  return below + (above - below) * (position - Math.floor(position));
}
