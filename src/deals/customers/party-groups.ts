/** A tie between two rows that stand for one human. */
export type Likeness = readonly [string, string];

/**
 * Puts together what is tied, however many ties lie between: each party's group, named by one of its parties. A list
 * has to show every row under one human, so here, unlike in a chain, likenesses add up.
 */
export function groupsOf(likenesses: Iterable<Likeness>): (party: string) => string {
  const above = new Map<string, string>();
  const topOf = (party: string): string => {
    let top = party;
    for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next;
    if (top !== party) above.set(party, top);
    return top;
  };
  for (const [one, other] of likenesses) {
    const [from, to] = [topOf(one), topOf(other)];
    if (from !== to) above.set(from, to);
  }
  return topOf;
}
