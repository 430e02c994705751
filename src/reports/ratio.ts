/** The part of a whole, as a fraction; null when there is no whole to have a part of. */
export function ratioOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
