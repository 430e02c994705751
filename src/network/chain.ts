/** How an introduction hangs in its chain. Exactly one of introducer and introducing contact is set. */
export interface Link {
  /** The member who made it. */
  introducerId: string | null;
  /** The contact who made it, introduced himself by the parent or asked by a member. */
  introducerContactId: string | null;
  /** The member who asked his own contact to make it. */
  askerId: string | null;
  /** The introduction it springs from. */
  parentId: string | null;
}

interface Above {
  degree: number;
  rootId: string;
}

/**
 * The degree of whoever is introduced, in hops from the beneficiary (docs/domain.md, degree): one more than the
 * introducer's. A fellow member is 1 away; a contact whom a member asked is 2 away, whoever was introduced is as
 * far as his own introduction says.
 */
export function degreeOf(link: Link, parent: Above | null): number {
  if (parent) return parent.degree + 1;
  return link.introducerContactId === null ? 2 : 3;
}

/**
 * The root member of the chain: the one who made, or asked for, its first introduction.
 * @throws Error for a link that begins nowhere, which the database refuses as well
 */
export function rootOf(link: Link, parent: Above | null): string {
  const root = parent?.rootId ?? link.askerId ?? link.introducerId;
  if (root === null) throw new Error('A chain begins with a member.');
  return root;
}
