import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Club } from '../../clubs/club.entity.js';
import { clubById } from '../../clubs/clubs.loaders.js';
import { Person } from '../../identity/person.entity.js';
import { personById } from '../../identity/person.loaders.js';
import { CurrentViewer, Viewer } from '../../identity/viewer.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Input } from '../../platform/graphql/payload.js';
import { CalendarFeed } from './calendar-feed.entity.js';
import { CalendarFeedsService } from './calendar-feeds.service.js';
import {
  CalendarFeedConnection,
  CalendarFeedPayload,
  CreateCalendarFeedInput,
  NewCalendarFeedPayload,
  RevokeCalendarFeedInput,
} from './calendar-feeds.types.js';

@Resolver(() => CalendarFeed)
export class CalendarFeedsResolver {
  constructor(private readonly feeds: CalendarFeedsService) {}

  @Mutation(() => NewCalendarFeedPayload, {
    description:
      "Makes a secret address for calendar programs: for the viewer's own meetings, or for those of a club. The second is for president, vice-president, secretary-treasurer and administrators.",
  })
  async createCalendarFeed(
    @CurrentViewer() viewer: Viewer,
    @Input() input: CreateCalendarFeedInput,
  ): Promise<NewCalendarFeedPayload> {
    return this.feeds.create(viewer, input);
  }

  @Mutation(() => CalendarFeedPayload, {
    description:
      'Revokes a calendar feed: nothing is at its address any more. For whoever made it; that of a club for president, vice-president, secretary-treasurer and administrators.',
  })
  async revokeCalendarFeed(
    @CurrentViewer() viewer: Viewer,
    @Input() input: RevokeCalendarFeedInput,
  ): Promise<CalendarFeedPayload> {
    return { feed: await this.feeds.revoke(viewer, input) };
  }

  @ResolveField(() => Club, {
    nullable: true,
    description: 'The club whose meetings it lists; null for the meetings of whoever made it.',
  })
  async club(@Parent() feed: CalendarFeed, @RequestLoaders() loaders: Loaders): Promise<Club | null> {
    return feed.clubId === null ? null : loaders.loadExisting(clubById, feed.clubId);
  }

  @ResolveField(() => Person, { description: 'Who made it.' })
  createdBy(@Parent() feed: CalendarFeed, @RequestLoaders() loaders: Loaders): Promise<Person> {
    return loaders.loadExisting(personById, feed.madeById);
  }
}

/** What feeds add to the viewer. */
@Resolver(() => Viewer)
export class ViewerCalendarFeedsResolver {
  constructor(private readonly feeds: CalendarFeedsService) {}

  @ResolveField(() => CalendarFeedConnection, {
    description: 'His own calendar feeds that were not revoked, the latest first.',
  })
  calendarFeeds(@Parent() viewer: Viewer, @Args() page: PageArguments): Promise<Connection<CalendarFeed>> {
    return this.feeds.own(viewer, page);
  }
}
