import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Club } from '../clubs/club.entity.js';
import { ClubAbilities } from '../clubs/clubs.types.js';
import { CurrentViewer, type Viewer } from '../identity/viewer.js';
import { type Connection, PageArguments } from '../platform/graphql/connection.js';
import type { Meeting } from './meeting.entity.js';
import { canPlan } from './meetings.policy.js';
import { MeetingsService } from './meetings.service.js';
import { MeetingConnection } from './meetings.types.js';

/** What this module adds to a club. */
@Resolver(() => Club)
export class ClubMeetingsResolver {
  constructor(private readonly meetingsOfClubs: MeetingsService) {}

  @ResolveField(() => MeetingConnection, {
    description: 'Its meetings, the latest first; empty for all but its members and administrators.',
  })
  meetings(
    @Parent() club: Club,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<Meeting>> {
    return this.meetingsOfClubs.list(viewer, club, page);
  }

  @ResolveField(() => MeetingConnection, {
    description:
      "Its open meetings, and those planned for today in the club's time zone or later, the next first; empty for all but its members and administrators.",
  })
  meetingsToCome(
    @Parent() club: Club,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<Meeting>> {
    return this.meetingsOfClubs.toCome(viewer, club, page);
  }
}

@Resolver(() => ClubAbilities)
export class ClubMeetingsAbilitiesResolver {
  @ResolveField(() => Boolean, { description: 'Plan and cancel meetings.' })
  planMeeting(@Parent() { club }: ClubAbilities, @CurrentViewer() viewer: Viewer): boolean {
    return canPlan(viewer, club);
  }
}
