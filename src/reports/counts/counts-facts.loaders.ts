import { forReports, type LoaderDeclaration } from '../../platform/graphql/loaders.js';
import type { Period } from '../../platform/period.js';
import { periodsIn } from '../asked-periods.js';
import { type FigureRow, figureRows } from './acts-by-seat.sql.js';
import { openMeetingsRows } from './open-meetings.sql.js';
import { type SeatRow, seatRows } from './seats-in-period.sql.js';
import { type ThankedRow, thankedRows } from './thanked-by-seat.sql.js';

/** All the counts of a club are made of: what the statements say of one period to one viewer. */
export interface CountsFacts {
  seats: SeatRow[];
  figures: FigureRow[];
  thanked: ThankedRow[];
  openMeetings: number;
}

/** The key under which the loader knows a club's period as a viewer sees it. */
export function countsKey(clubId: string, { from, to }: Period, viewerId: string): string {
  return [clubId, from, to, viewerId].join(' ');
}

/** Four statements for any number of clubs, members and periods, on one snapshot, so that their sums agree. */
export const countsFacts: LoaderDeclaration<CountsFacts> = forReports(async (keys, dataSource) => {
  const asked = periodsIn(keys);
  // A request has one viewer, so that all keys end alike.
  const viewerId = keys[0]?.split(' ')[3] ?? '';
  return dataSource.transaction('REPEATABLE READ', async (manager) => {
    const seats = await seatRows(manager, asked);
    const figures = await figureRows(manager, asked);
    const thanked = await thankedRows(manager, asked, viewerId);
    const openMeetings = await openMeetingsRows(manager, asked);
    const factsAt = (wanted: number): CountsFacts => ({
      seats: seats.filter(({ place }) => place === wanted),
      figures: figures.filter(({ place }) => place === wanted),
      thanked: thanked.filter(({ place }) => place === wanted),
      openMeetings: openMeetings.find(({ place }) => place === wanted)?.openMeetings ?? 0,
    });
    return new Map(keys.map((key, place) => [key, factsAt(place)]));
  });
});
