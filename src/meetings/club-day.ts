import { clubById } from '../clubs/clubs.loaders.js';
import { instantsOf } from '../platform/clock.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import type { Meeting } from './meeting.entity.js';

/** A civil day in a club: from its first instant until before the first of the next day. */
export interface ClubDay {
  clubId: string;
  since: Date;
  until: Date;
}

/** The day of a meeting, in the time zone of its club. */
export async function clubDayOf({ clubId, heldOn }: Meeting, loaders: Loaders): Promise<ClubDay> {
  const { timeZone } = await loaders.loadExisting(clubById, clubId);
  return { clubId, ...instantsOf(heldOn, timeZone) };
}
