import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Club } from '../clubs/club.entity.js';
import { clubById } from '../clubs/clubs.loaders.js';
import { CurrentViewer, type Viewer } from '../identity/viewer.js';
import { type Connection, PageArguments } from '../platform/graphql/connection.js';
import { RequestLoaders } from '../platform/graphql/context.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { Input } from '../platform/graphql/payload.js';
import { UuidScalar } from '../platform/graphql/scalars.js';
import type { Attendance } from './attendance.entity.js';
import { AttendanceService } from './attendance.service.js';
import { Meeting } from './meeting.entity.js';
import { abilitiesOf, canSeeRoom } from './meetings.policy.js';
import { MeetingsService } from './meetings.service.js';
import {
  AttendanceConnection,
  CancelMeetingInput,
  MeetingAbilities,
  MeetingPayload,
  OpenMeetingInput,
  PlanMeetingInput,
  RecordAllPresentInput,
  RecordAttendanceInput,
} from './meetings.types.js';

@Resolver(() => Meeting)
export class MeetingsResolver {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly attendance: AttendanceService,
  ) {}

  @Query(() => Meeting, { nullable: true, description: 'The meeting; null when there is none the viewer may see.' })
  meeting(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => UuidScalar, description: 'The key of the meeting.' }) id: string,
  ): Promise<Meeting | null> {
    return this.meetings.find(viewer, id);
  }

  @Mutation(() => MeetingPayload, {
    description: 'Plans a meeting. For president, vice-president, secretary-treasurer and administrators.',
  })
  async planMeeting(@CurrentViewer() viewer: Viewer, @Input() input: PlanMeetingInput): Promise<MeetingPayload> {
    return { meeting: await this.meetings.plan(viewer, input) };
  }

  @Mutation(() => MeetingPayload, { description: 'Opens a planned meeting on its day or later. For the board.' })
  async openMeeting(@CurrentViewer() viewer: Viewer, @Input() input: OpenMeetingInput): Promise<MeetingPayload> {
    return { meeting: await this.meetings.open(viewer, input) };
  }

  @Mutation(() => MeetingPayload, { description: 'Sets letters of members in an open meeting. For the board.' })
  async recordAttendance(
    @CurrentViewer() viewer: Viewer,
    @Input() input: RecordAttendanceInput,
  ): Promise<MeetingPayload> {
    return { meeting: await this.attendance.record(viewer, input) };
  }

  @Mutation(() => MeetingPayload, {
    description:
      'Sets the letter PRESENT for everybody with a seat that day who has none yet in an open meeting. For the board.',
  })
  async recordAllPresent(
    @CurrentViewer() viewer: Viewer,
    @Input() input: RecordAllPresentInput,
  ): Promise<MeetingPayload> {
    return { meeting: await this.attendance.recordAllPresent(viewer, input) };
  }

  @Mutation(() => MeetingPayload, {
    description:
      'Cancels a planned or open meeting. For president, vice-president, secretary-treasurer and administrators.',
  })
  async cancelMeeting(@CurrentViewer() viewer: Viewer, @Input() input: CancelMeetingInput): Promise<MeetingPayload> {
    return { meeting: await this.meetings.cancel(viewer, input) };
  }

  @ResolveField(() => Club, { description: 'The club that meets.' })
  club(@Parent() meeting: Meeting, @RequestLoaders() loaders: Loaders): Promise<Club> {
    return loaders.loadExisting(clubById, meeting.clubId);
  }

  @ResolveField(() => AttendanceConnection, {
    nullable: true,
    description: 'The letters, by profession; null for all but the members of the club.',
  })
  attendances(
    @Parent() meeting: Meeting,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<Attendance>> | null {
    return canSeeRoom(viewer, meeting) ? this.attendance.list(meeting, page) : null;
  }

  @ResolveField(() => MeetingAbilities, { description: 'What the viewer may do with it as it is now.' })
  async viewerCan(
    @Parent() meeting: Meeting,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<MeetingAbilities> {
    return abilitiesOf(viewer, meeting, await loaders.loadExisting(clubById, meeting.clubId));
  }
}
