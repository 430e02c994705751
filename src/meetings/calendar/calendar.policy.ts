import type { Club } from '../../clubs/club.entity.js';
import type { Viewer } from '../../identity/viewer.js';
import { canPlan } from '../meetings.policy.js';
import type { HolidayAbilities, MeetingSeriesAbilities } from './calendar.types.js';
import type { CalendarFeed } from './calendar-feed.entity.js';
import type { Holiday } from './holiday.entity.js';
import type { MeetingSeries } from './meeting-series.entity.js';

/** Who plans meetings keeps the calendar of the club: its series, its holidays, and who may read it from outside. */
export const canKeepCalendar = canPlan;

/**
 * A feed of one's own is for oneself alone, and that of a club for those who keep its calendar.
 * @param club that of the feed, if it has one
 */
export function canSeeFeed(viewer: Viewer, feed: CalendarFeed, club: Club | null): boolean {
  return club === null ? viewer.is(feed.madeById) : canKeepCalendar(viewer, club);
}

/** @param today the civil day in the club */
export function seriesAbilitiesOf(
  viewer: Viewer,
  { series, club, today }: { series: MeetingSeries; club: Club; today: string },
): MeetingSeriesAbilities {
  return { end: canKeepCalendar(viewer, club) && series.isLiveOn(today) };
}

export function holidayAbilitiesOf(viewer: Viewer, holiday: Holiday, club: Club): HolidayAbilities {
  return { remove: canKeepCalendar(viewer, club) && holiday.removedAt === null };
}
