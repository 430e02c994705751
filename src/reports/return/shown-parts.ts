/** A part of a whole, with the members who contributed to it. */
export interface Part {
  contributors: readonly string[];
}

/** Whether nobody contributed to these, or so many that none can be told apart. */
export function isSafe(parts: readonly Part[], smallestGroup: number): boolean {
  const contributors = contributorsOf(parts);
  return contributors === 0 || contributors >= smallestGroup;
}

/**
 * Which parts of a whole that is told may be told themselves. Those of too few members are withheld. What is withheld
 * can be computed as one sum, the whole less the rest: until that sum is safe too, a further part goes with it, the one
 * of fewest members first and of equals the last. A whole that is safe never loses more than all its parts, so there
 * is always an end.
 */
export function shownParts<T extends Part>(parts: readonly T[], smallestGroup: number): Set<T> {
  const shown = new Set(parts.filter((part) => isSafe([part], smallestGroup)));
  const withheld = () => parts.filter((part) => !shown.has(part));
  while (!isSafe(withheld(), smallestGroup)) {
    const [next] = [...shown]
      .filter(({ contributors }) => contributors.length > 0)
      .reverse()
      .sort((one, other) => contributorsOf([one]) - contributorsOf([other]));
    if (!next) break;
    shown.delete(next);
  }
  return shown;
}

/** Whether a whole may be told in these parts: when each of them may. Of two parts each is the rest of the other. */
export function mayBeSplit(parts: readonly Part[], smallestGroup: number): boolean {
  return parts.every((part) => isSafe([part], smallestGroup));
}

function contributorsOf(parts: readonly Part[]): number {
  return new Set(parts.flatMap(({ contributors }) => contributors)).size;
}
