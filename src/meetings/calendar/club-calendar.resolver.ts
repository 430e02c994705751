import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Club } from '../../clubs/club.entity.js';
import { ClubAbilities } from '../../clubs/clubs.types.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { canPlan } from '../meetings.policy.js';
import { HolidayConnection, MeetingSeriesConnection } from './calendar.types.js';
import type { CalendarFeed } from './calendar-feed.entity.js';
import { CalendarFeedsService } from './calendar-feeds.service.js';
import { CalendarFeedConnection } from './calendar-feeds.types.js';
import type { Holiday } from './holiday.entity.js';
import { HolidaysService } from './holidays.service.js';
import type { MeetingSeries } from './meeting-series.entity.js';
import { MeetingSeriesService } from './meeting-series.service.js';

/** What the calendar adds to a club. */
@Resolver(() => Club)
export class ClubCalendarResolver {
  constructor(
    private readonly series: MeetingSeriesService,
    private readonly holidaysOfClubs: HolidaysService,
    private readonly feeds: CalendarFeedsService,
  ) {}

  @ResolveField(() => MeetingSeriesConnection, {
    description:
      'The series of meetings that have not ended, the first to begin first; empty for all but its members and administrators.',
  })
  meetingSeries(
    @Parent() club: Club,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<MeetingSeries>> {
    return this.series.list(viewer, club, page);
  }

  @ResolveField(() => HolidayConnection, {
    description:
      'The days on which it does not meet, the latest first; empty for all but its members and administrators.',
  })
  holidays(
    @Parent() club: Club,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<Holiday>> {
    return this.holidaysOfClubs.list(viewer, club, page);
  }

  @ResolveField(() => CalendarFeedConnection, {
    nullable: true,
    description:
      'Its calendar feeds that were not revoked, the latest first; null for all but president, vice-president, secretary-treasurer and administrators.',
  })
  calendarFeeds(
    @Parent() club: Club,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<CalendarFeed>> | null {
    return this.feeds.ofClub(viewer, club, page);
  }
}

@Resolver(() => ClubAbilities)
export class ClubCalendarAbilitiesResolver {
  @ResolveField(() => Boolean, { description: 'Plan series of meetings, add holidays and make calendar feeds of it.' })
  keepCalendar(@Parent() { club }: ClubAbilities, @CurrentViewer() viewer: Viewer): boolean {
    return canPlan(viewer, club);
  }
}
