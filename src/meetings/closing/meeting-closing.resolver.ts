import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { clubById } from '../../clubs/clubs.loaders.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { Clock } from '../../platform/clock.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Meeting } from '../meeting.entity.js';
import { canSeeRoom } from '../meetings.policy.js';
import { MeetingAbilities } from '../meetings.types.js';
import { AdjustingService } from './adjusting.service.js';
import { canAdjust, canReopen } from './closing.policy.js';
import { ClosingService } from './closing.service.js';
import { MeetingAdjustmentConnection, MeetingReopeningConnection, MissingAtMeeting } from './closing.types.js';
import type { MeetingAdjustment } from './meeting-adjustment.entity.js';
import type { MeetingReopening } from './meeting-reopening.entity.js';

/** What the end of a meeting adds to it. */
@Resolver(() => Meeting)
export class MeetingClosingResolver {
  constructor(
    private readonly adjusting: AdjustingService,
    private readonly closing: ClosingService,
  ) {}

  @ResolveField(() => MissingAtMeeting, {
    nullable: true,
    description: 'What is still to be recorded; null for a cancelled meeting, and for all but the members of the club.',
  })
  missing(@Parent() meeting: Meeting, @CurrentViewer() viewer: Viewer): MissingAtMeeting | null {
    return canSeeRoom(viewer, meeting) && meeting.state !== 'cancelled' ? { meeting } : null;
  }

  @ResolveField(() => MeetingAdjustmentConnection, {
    nullable: true,
    description: 'What was corrected after it was closed, the latest first; null for all but the members of the club.',
  })
  adjustments(
    @Parent() meeting: Meeting,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<MeetingAdjustment>> | null {
    return canSeeRoom(viewer, meeting) ? this.adjusting.list(meeting, page) : null;
  }

  @ResolveField(() => MeetingReopeningConnection, {
    nullable: true,
    description: 'When and why its closing was taken back, the latest first; null for all but the members of the club.',
  })
  reopenings(
    @Parent() meeting: Meeting,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<MeetingReopening>> | null {
    return canSeeRoom(viewer, meeting) ? this.closing.reopenings(meeting, page) : null;
  }
}

@Resolver(() => MeetingAbilities)
export class MeetingClosingAbilitiesResolver {
  constructor(private readonly clock: Clock) {}

  @ResolveField(() => Boolean, { description: 'Take its closing back.' })
  async reopen(
    @Parent() { meeting }: MeetingAbilities,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<boolean> {
    const { timeZone } = await loaders.loadExisting(clubById, meeting.clubId);
    return canReopen(viewer, meeting) && meeting.canReopen(this.clock.today(timeZone));
  }

  @ResolveField(() => Boolean, { description: 'Correct its letters and visits by adjusting entries.' })
  adjust(@Parent() { meeting }: MeetingAbilities, @CurrentViewer() viewer: Viewer): boolean {
    return canAdjust(viewer, meeting) && meeting.state === 'closed';
  }
}
