import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { clubById } from '../../clubs/clubs.loaders.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Input } from '../../platform/graphql/payload.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingConnection } from '../meetings.types.js';
import {
  EndMeetingSeriesInput,
  MeetingSeriesAbilities,
  MeetingSeriesPayload,
  PlanMeetingSeriesInput,
} from './calendar.types.js';
import { MeetingSeries } from './meeting-series.entity.js';
import { MeetingSeriesService } from './meeting-series.service.js';

@Resolver(() => MeetingSeries)
export class MeetingSeriesResolver {
  constructor(private readonly series: MeetingSeriesService) {}

  @Mutation(() => MeetingSeriesPayload, {
    description:
      'Plans a series of meetings, and its meetings of the twelve months to come. For president, vice-president, secretary-treasurer and administrators.',
  })
  async planMeetingSeries(
    @CurrentViewer() viewer: Viewer,
    @Input() input: PlanMeetingSeriesInput,
  ): Promise<MeetingSeriesPayload> {
    return { series: await this.series.plan(viewer, input) };
  }

  @Mutation(() => MeetingSeriesPayload, {
    description:
      'Ends a series: what is planned after its last day is cancelled. For president, vice-president, secretary-treasurer and administrators.',
  })
  async endMeetingSeries(
    @CurrentViewer() viewer: Viewer,
    @Input() input: EndMeetingSeriesInput,
  ): Promise<MeetingSeriesPayload> {
    return { series: await this.series.end(viewer, input) };
  }

  @ResolveField(() => MeetingConnection, {
    description: 'Its meetings by their start, those that were cancelled included.',
  })
  meetings(
    @Parent() series: MeetingSeries,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<Meeting>> {
    return this.series.meetings(viewer, series, page);
  }

  @ResolveField(() => MeetingSeriesAbilities, { description: 'What the viewer may do with it as it is now.' })
  async viewerCan(
    @Parent() series: MeetingSeries,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<MeetingSeriesAbilities> {
    return this.series.abilities(viewer, series, await loaders.loadExisting(clubById, series.clubId));
  }
}
