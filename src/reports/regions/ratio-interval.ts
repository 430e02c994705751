/** Sums over rows of money, in minor units. */
export interface ShareSums {
  deals: number;
  direct: number;
  indirect: number;
  /** Sums of squares. */
  directSquares: number;
  indirectSquares: number;
}

/** Where the truth lies with this much certainty. */
export interface RatioInterval {
  low: number;
  high: number;
}

/** The 97.5th percentile of the normal distribution, for a confidence of 0.95. */
const standardErrors = 1.959_963_985;

/**
 * The 95 % interval of the indirect share R from sums alone: the linearised estimator of a ratio (Cochran, Sampling
 * Techniques, chapter 6). A row of money y misses its part of the whole by y - Ry when it is indirect, by -Ry when
 * not, so that the squares of these add up to (1 - R)^2 sum(y^2 of the indirect) + R^2 sum(y^2 of the direct). Good
 * for many deals; cut off at 0 and 1 unless refunds take the share itself outside.
 * @returns null when there is no return to have a share of
 */
export function ratioInterval({ deals, direct, indirect, ...squares }: ShareSums): RatioInterval | null {
  const total = direct + indirect;
  if (total <= 0 || deals < 2) return null;
  const share = indirect / total;
  const missed = (1 - share) ** 2 * squares.indirectSquares + share ** 2 * squares.directSquares;
  const margin = (standardErrors * Math.sqrt((deals / (deals - 1)) * missed)) / total;
  return {
    low: Math.max(share - margin, Math.min(share, 0)),
    high: Math.min(share + margin, Math.max(share, 1)),
  };
}
