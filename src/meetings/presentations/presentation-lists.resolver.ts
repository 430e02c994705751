import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Club } from '../../clubs/club.entity.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { Membership } from '../../members/membership.entity.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { Meeting } from '../meeting.entity.js';
import { canSeeRoom } from '../meetings.policy.js';
import { MeetingAbilities } from '../meetings.types.js';
import type { Presentation } from './presentation.entity.js';
import { canRecord } from './presentations.policy.js';
import { PresentationsService } from './presentations.service.js';
import { MeetingPresentationsArguments, PresentationConnection } from './presentations.types.js';

@Resolver(() => Meeting)
export class MeetingPresentationsResolver {
  constructor(private readonly service: PresentationsService) {}

  @ResolveField(() => PresentationConnection, {
    nullable: true,
    description:
      'The presentations, in the order in which they were recorded; null for all but the members of the club.',
  })
  presentations(
    @Parent() meeting: Meeting,
    @CurrentViewer() viewer: Viewer,
    @Args() asked: MeetingPresentationsArguments,
  ): Promise<Connection<Presentation>> | null {
    return canSeeRoom(viewer, meeting) ? this.service.inMeeting(meeting, asked) : null;
  }
}

@Resolver(() => MeetingAbilities)
export class MeetingPresentationAbilitiesResolver {
  @ResolveField(() => Boolean, { description: 'Record a presentation of his own, before the meeting too.' })
  recordPresentation(@Parent() { meeting }: MeetingAbilities, @CurrentViewer() viewer: Viewer): boolean {
    return canRecord(viewer, meeting, true) && meeting.isToBeHeld();
  }

  @ResolveField(() => Boolean, { description: 'Record presentations of others.' })
  recordPresentationOfOthers(@Parent() { meeting }: MeetingAbilities, @CurrentViewer() viewer: Viewer): boolean {
    return canRecord(viewer, meeting, false) && meeting.state === 'open';
  }
}

@Resolver(() => Club)
export class ClubAsksResolver {
  constructor(private readonly service: PresentationsService) {}

  @ResolveField(() => PresentationConnection, {
    nullable: true,
    description:
      'What its members ask for now: of each the latest presentation with an ask, not older than eight weeks; of the latest meeting first. Null for all but the members of the club.',
  })
  asks(
    @Parent() club: Club,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<Presentation>> | null {
    return canSeeRoom(viewer, { clubId: club.id }) ? this.service.asks(club, page) : null;
  }
}

@Resolver(() => Membership)
export class MembershipPresentationsResolver {
  constructor(private readonly service: PresentationsService) {}

  @ResolveField(() => PresentationConnection, {
    nullable: true,
    description: 'His presentations, the latest first; null for all but the members of the club.',
  })
  presentations(
    @Parent() seat: Membership,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<Presentation>> | null {
    return canSeeRoom(viewer, seat) ? this.service.ofMember(seat, page) : null;
  }
}
