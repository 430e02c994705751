import { forReports, type LoaderDeclaration } from '../../platform/graphql/loaders.js';
import type { Period } from '../../platform/period.js';
import { periodsIn } from '../asked-periods.js';
import { openMeetingsRows } from '../counts/open-meetings.sql.js';
import { type EventRow, eventRows } from './scorecard-events.sql.js';

/** The key under which the loader knows what a seat did in a period, as a viewer may look at it. */
export function eventsKey(seatId: string, { from, to }: Period, viewerId: string): string {
  return [seatId, from, to, viewerId].join(' ');
}

/** By `eventsKey`: one statement for any number of seats. */
export const eventsOfSeat: LoaderDeclaration<EventRow[]> = forReports(async (keys, dataSource) => {
  // A request has one viewer, so that all keys end alike.
  const viewerId = keys[0]?.split(' ')[3] ?? null;
  const events = new Map(keys.map((key): [string, EventRow[]] => [key, []]));
  for (const row of await eventRows(dataSource.manager, periodsIn(keys), viewerId)) {
    events.get(keys[row.place] ?? '')?.push(row);
  }
  return events;
});

/** By club and period: how many of its meetings are open still. */
export const openMeetingsOf: LoaderDeclaration<number> = forReports(async (keys, dataSource) => {
  const rows = await openMeetingsRows(dataSource.manager, periodsIn(keys));
  const open = new Map(rows.map(({ place, openMeetings }) => [place, openMeetings]));
  return new Map(keys.map((key, place) => [key, open.get(place) ?? 0]));
});
