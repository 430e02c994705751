import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import { canSeePerson } from '../identity/identity.policy.js';
import { Person } from '../identity/person.entity.js';
import { personById } from '../identity/person.loaders.js';
import { placesByPerson } from '../identity/places.sql.js';
import { CurrentViewer, type Viewer } from '../identity/viewer.js';
import { clubDayOf } from '../meetings/club-day.js';
import { Meeting } from '../meetings/meeting.entity.js';
import { canSeeRoom } from '../meetings/meetings.policy.js';
import { type Connection, PageArguments } from '../platform/graphql/connection.js';
import { RequestLoaders } from '../platform/graphql/context.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { dealById } from './deals.loaders.js';
import { ThanksInMeeting, ThanksInMeetingConnection, thanksOn } from './meeting-thanks.js';
import type { Thanks } from './thanks.entity.js';

/** What this module adds to a meeting. */
@Resolver(() => Meeting)
export class MeetingThanksResolver {
  constructor(private readonly dataSource: DataSource) {}

  @ResolveField(() => ThanksInMeetingConnection, {
    nullable: true,
    description:
      'The thanks that members of the club said on its day for deals, in the order of saying; null for all but the members of the club.',
  })
  async thanks(
    @Parent() meeting: Meeting,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @Args() page: PageArguments,
  ): Promise<Connection<Thanks> | null> {
    return canSeeRoom(viewer, meeting) ? thanksOn(this.dataSource, await clubDayOf(meeting, loaders), page) : null;
  }
}

@Resolver(() => ThanksInMeeting)
export class ThanksInMeetingResolver {
  @ResolveField(() => Person, { description: 'Who thanked: the seller.' })
  async seller(@Parent() thanks: Thanks, @RequestLoaders() loaders: Loaders): Promise<Person> {
    return loaders.loadExisting(personById, (await loaders.loadExisting(dealById, thanks.dealId)).sellerId);
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'Who was thanked; null when he has no place in a network of the viewer.',
  })
  async thanked(
    @Parent() { thankedId }: Thanks,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Person | null> {
    const places = await loaders.loadExisting(placesByPerson, thankedId);
    return canSeePerson(viewer, thankedId, places) ? loaders.loadExisting(personById, thankedId) : null;
  }
}
