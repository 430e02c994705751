import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Meeting } from '../meeting.entity.js';
import { canSeeRoom } from '../meetings.policy.js';
import { MeetingChangesService } from './meeting-changes.service.js';
import { lastChange } from './meeting-changes.sql.js';
import { type MeetingChange, MeetingChangeConnection } from './meeting-changes.types.js';

/** What this module adds to a meeting. */
@Resolver(() => Meeting)
export class LiveMeetingResolver {
  constructor(private readonly meetingChanges: MeetingChangesService) {}

  @ResolveField(() => MeetingChangeConnection, {
    nullable: true,
    description:
      'Its changes, the first first; null for all but the members of the club. A cursor is the number of a change: a client without a stream catches up by passing the last it has had as `after`.',
  })
  changes(
    @Parent() meeting: Meeting,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<MeetingChange>> | null {
    return canSeeRoom(viewer, meeting) ? this.meetingChanges.list(meeting, page) : null;
  }

  @ResolveField(() => Int, {
    nullable: true,
    description:
      'The number of its last change, 0 before the first; null for all but the members of the club. Ask for it in a request of its own before the one that asks for the state: of fields side by side none is read first.',
  })
  async lastChange(
    @Parent() meeting: Meeting,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<number | null> {
    return canSeeRoom(viewer, meeting) ? ((await loaders.load(lastChange, meeting.id)) ?? 0) : null;
  }
}
