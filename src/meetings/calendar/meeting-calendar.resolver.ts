import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import { byId, type Loaders } from '../../platform/graphql/loaders.js';
import { Input } from '../../platform/graphql/payload.js';
import { Meeting } from '../meeting.entity.js';
import { MeetingPayload } from '../meetings.types.js';
import { MoveMeetingInput } from './calendar.types.js';
import { MeetingSeries } from './meeting-series.entity.js';
import { MoveMeetingService } from './move-meeting.service.js';

const meetingSeriesById = byId(MeetingSeries);

/** What the calendar adds to a meeting. */
@Resolver(() => Meeting)
export class MeetingCalendarResolver {
  constructor(private readonly moving: MoveMeetingService) {}

  @Mutation(() => MeetingPayload, {
    description:
      'Moves a planned meeting to another moment or place. For president, vice-president, secretary-treasurer and administrators.',
  })
  async moveMeeting(@CurrentViewer() viewer: Viewer, @Input() input: MoveMeetingInput): Promise<MeetingPayload> {
    return { meeting: await this.moving.move(viewer, input) };
  }

  @ResolveField(() => MeetingSeries, {
    nullable: true,
    description: 'The series it was planned by; null for a meeting that was planned by itself.',
  })
  async series(@Parent() meeting: Meeting, @RequestLoaders() loaders: Loaders): Promise<MeetingSeries | null> {
    return meeting.seriesId === null ? null : loaders.loadExisting(meetingSeriesById, meeting.seriesId);
  }
}
