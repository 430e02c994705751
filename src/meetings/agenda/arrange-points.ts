import type { PlannedPoint } from './default-agenda.js';

/** A point as it stands in an agenda, and whether it has run. */
export interface StandingPoint {
  id: string;
  hasRun: boolean;
}

/**
 * The new order of an agenda: the points that are wanted, in their order. A point that has run and is not among them
 * stays, right after the nearest of those it stood after; what was never run and is not wanted goes.
 * @param standing the agenda as it was, in order
 * @param wanted the points with their keys; null is the key of a new one
 */
export function arrangePoints<W extends { id: string | null }, S extends StandingPoint>(
  standing: S[],
  wanted: W[],
): (W | S)[] {
  const arranged: (W | S)[] = [...wanted];
  const isListed = (id: string) => arranged.some((point) => point.id === id);
  standing.forEach((point, index) => {
    if (!point.hasRun || isListed(point.id)) return;
    const before = standing.slice(0, index).findLast(({ id }) => isListed(id));
    arranged.splice(before ? arranged.findIndex(({ id }) => id === before.id) + 1 : 0, 0, point);
  });
  return arranged;
}

/** A point as it stands in a list, where positions count from 1. */
export function placed(
  { title, plannedSeconds, office }: PlannedPoint,
  index: number,
): PlannedPoint & { position: number } {
  return { position: index + 1, title, plannedSeconds, office };
}
