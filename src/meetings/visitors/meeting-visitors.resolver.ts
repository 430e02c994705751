import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Club } from '../../clubs/club.entity.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Meeting } from '../meeting.entity.js';
import { canSeeRoom } from '../meetings.policy.js';
import { MeetingAbilities } from '../meetings.types.js';
import type { Visitor } from './visitor.entity.js';
import { VisitorLink } from './visitor-link.entity.js';
import { liveLink, liveLinkKey } from './visitor-links.loaders.js';
import { canInvite } from './visitors.policy.js';
import { VisitorsService } from './visitors.service.js';
import { VisitorConnection, VisitorsArguments } from './visitors.types.js';

/** What this module adds to a meeting. */
@Resolver(() => Meeting)
export class MeetingVisitorsResolver {
  constructor(private readonly guests: VisitorsService) {}

  @ResolveField(() => VisitorConnection, {
    nullable: true,
    description: 'Who is invited, in the order of inviting; null for all but the members of the club.',
  })
  visitors(
    @Parent() meeting: Meeting,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<Visitor>> | null {
    return canSeeRoom(viewer, meeting) ? this.guests.list(meeting, page) : null;
  }

  @ResolveField(() => VisitorLink, {
    nullable: true,
    description: "The viewer's own link by which strangers register for it; null without one, or when he revoked it.",
  })
  visitorLink(
    @Parent() meeting: Meeting,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<VisitorLink | null> {
    return loaders.load(liveLink, liveLinkKey(meeting.id, viewer.personId));
  }
}

@Resolver(() => MeetingAbilities)
export class MeetingVisitorsAbilitiesResolver {
  @ResolveField(() => Boolean, { description: 'Invite a contact of his own to it.' })
  inviteVisitor(@Parent() { meeting }: MeetingAbilities, @CurrentViewer() viewer: Viewer): boolean {
    return canInvite(viewer, meeting) && meeting.isToBeHeld();
  }

  @ResolveField(() => Boolean, { description: 'Make a link of his own by which strangers register for it.' })
  createVisitorLink(@Parent() { meeting }: MeetingAbilities, @CurrentViewer() viewer: Viewer): boolean {
    return canInvite(viewer, meeting) && meeting.isToBeHeld();
  }
}

/** What this module adds to a club. */
@Resolver(() => Club)
export class ClubVisitorsResolver {
  constructor(private readonly guests: VisitorsService) {}

  @ResolveField(() => VisitorConnection, {
    nullable: true,
    description: 'All who visited it or are invited, the newest meeting first; null for all but its members.',
  })
  visitors(
    @Parent() club: Club,
    @CurrentViewer() viewer: Viewer,
    @Args() page: VisitorsArguments,
  ): Promise<Connection<Visitor>> | null {
    return canSeeRoom(viewer, { clubId: club.id }) ? this.guests.listOf(club, page) : null;
  }
}
