import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import { clubById } from '../../clubs/clubs.loaders.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { membershipById } from '../../members/members.loaders.js';
import { canSeeSeat } from '../../members/members.policy.js';
import { Membership } from '../../members/membership.entity.js';
import { Clock } from '../../platform/clock.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import type { Referral } from '../../referrals/referral.entity.js';
import { clubDayOf } from '../club-day.js';
import { Meeting } from '../meeting.entity.js';
import { canSeeRoom } from '../meetings.policy.js';
import { ReferralInMeeting, ReferralInMeetingConnection } from './referral-in-meeting.types.js';
import { referralsOn } from './referrals-of-day.js';

@Resolver(() => Meeting)
export class MeetingReferralsResolver {
  constructor(private readonly dataSource: DataSource) {}

  @ResolveField(() => ReferralInMeetingConnection, {
    nullable: true,
    description:
      'The referrals that members of the club gave on its day, in the order of giving; null for all but the members of the club.',
  })
  async referrals(
    @Parent() meeting: Meeting,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @Args() page: PageArguments,
  ): Promise<Connection<Referral> | null> {
    return canSeeRoom(viewer, meeting) ? referralsOn(this.dataSource, await clubDayOf(meeting, loaders), page) : null;
  }
}

@Resolver(() => ReferralInMeeting)
export class ReferralInMeetingResolver {
  constructor(private readonly clock: Clock) {}

  @ResolveField(() => Membership, { description: 'The membership of whoever gave it.' })
  giver(@Parent() referral: Referral, @RequestLoaders() loaders: Loaders): Promise<Membership> {
    return loaders.loadExisting(membershipById, referral.giverMembershipId);
  }

  @ResolveField(() => Membership, {
    nullable: true,
    description:
      'The membership of whoever received it, perhaps in another club; null when the directory no longer shows it to the viewer.',
  })
  async receiver(
    @Parent() referral: Referral,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Membership | null> {
    const seat = await loaders.loadExisting(membershipById, referral.receiverMembershipId);
    const { networkId, timeZone } = await loaders.loadExisting(clubById, seat.clubId);
    return canSeeSeat(viewer, seat, { networkId, today: this.clock.today(timeZone) }) ? seat : null;
  }
}
