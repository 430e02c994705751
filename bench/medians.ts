/** The value in the middle, or the one at another part of the way from the least to the greatest. */
export function quantile(values: readonly number[], part = 0.5): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? 0;
}
