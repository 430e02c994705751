/**
 * Who looks, from the farthest to the nearest. All but the last two have no part in what they look at. A stranger has
 * an account and no place; a foreigner is administrator, director and president, in another network; a neighbour sits
 * in another club; member and board sit in the club itself. `self` is the receiver and seller, `party` who gave to him.
 */
export const roles = [
  'anonymous',
  'stranger',
  'foreigner',
  'neighbour',
  'director',
  'administrator',
  'member',
  'board',
  'party',
  'self',
] as const;

export type Role = (typeof roles)[number];

/** What a row says of each role. */
export type Cells = Record<Role, string>;

/** @throws Error unless the row has one cell for each role, in the order above, with blanks between */
export function readCells(row: string): Cells {
  const cells = row.trim().split(/\s+/);
  if (cells.length !== roles.length) throw new Error(`Not ${roles.length} cells: ${row}`);
  return Object.fromEntries(roles.map((role, index) => [role, cells[index]])) as Cells;
}
