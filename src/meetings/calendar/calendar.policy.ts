import type { Club } from '../../clubs/club.entity.js';
import type { Viewer } from '../../identity/viewer.js';
import { canPlan } from '../meetings.policy.js';
import type { HolidayAbilities, MeetingSeriesAbilities } from './calendar.types.js';
import type { CalendarFeed } from './calendar-feed.entity.js';
import type { Holiday } from './holiday.entity.js';
import type { MeetingSeries } from './meeting-series.entity.js';

/**
 * A feed of one's own is for oneself alone, and that of a club for those who plan its meetings.
 * @param club that of the feed, if it has one
 */
export function canSeeFeed(viewer: Viewer, feed: CalendarFeed, club: Club | null): boolean {
  return club === null ? viewer.is(feed.madeById) : canPlan(viewer, club);
}

/** @param today the civil day in the club */
export function seriesAbilitiesOf(
  viewer: Viewer,
  { series, club, today }: { series: MeetingSeries; club: Club; today: string },
): MeetingSeriesAbilities {
  return { end: canPlan(viewer, club) && series.isLiveOn(today) };
}

export function holidayAbilitiesOf(viewer: Viewer, holiday: Holiday, club: Club): HolidayAbilities {
  return { remove: canPlan(viewer, club) && holiday.removedAt === null };
}
