/** What one member was thanked for in one currency, as one viewer looks at it. */
export interface ThankedCell {
  /** Who sold what is in it, but for those whose amounts the viewer sees anyhow. */
  unseenSellers: readonly string[];
}

/** What a viewer may be told of the sums in one currency. */
export interface ShownThanked<T> {
  shown: T[];
  withheld: T[];
  isTotalShown: boolean;
}

/**
 * Which sums of one currency are shown. A member's sum is shown when it tells nothing new or mixes the amounts of so
 * many sellers that none can be told apart. The total is shown when the same is true of what anybody can compute from
 * it: all sums withheld, taken together.
 * @param fewest how many sellers must at least be mixed
 * @param withMembers whether sums of single members are for this viewer at all
 */
export function shownThanked<T extends ThankedCell>(
  cells: readonly T[],
  { fewest, withMembers }: { fewest: number; withMembers: boolean },
): ShownThanked<T> {
  const shown = cells.filter((cell) => withMembers && isMixed([cell], fewest));
  const withheld = cells.filter((cell) => !shown.includes(cell));
  return { shown, withheld, isTotalShown: isMixed(withheld, fewest) };
}

/** Whether a sum of these tells nothing new, or mixes at least so many sellers that none can be told apart. */
export function isMixed(cells: readonly ThankedCell[], fewest: number): boolean {
  const sellers = new Set(cells.flatMap(({ unseenSellers }) => unseenSellers)).size;
  return sellers === 0 || sellers >= fewest;
}
