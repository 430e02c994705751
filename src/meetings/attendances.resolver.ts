import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../identity/viewer.js';
import { membershipById } from '../members/members.loaders.js';
import { Membership } from '../members/membership.entity.js';
import { RequestLoaders } from '../platform/graphql/context.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { DateScalar } from '../platform/graphql/scalars.js';
import { Attendance } from './attendance.entity.js';
import { attendanceCounts } from './attendance-counts.sql.js';
import { periodKey } from './by-period.js';
import { canSeeRecord } from './meetings.policy.js';
import { AttendanceCounts } from './meetings.types.js';

@Resolver(() => Attendance)
export class AttendancesResolver {
  @ResolveField(() => Membership, { description: 'The membership whose letter it is.' })
  membership(@Parent() attendance: Attendance, @RequestLoaders() loaders: Loaders): Promise<Membership> {
    return loaders.loadExisting(membershipById, attendance.membershipId);
  }
}

/** What this module adds to a membership. */
@Resolver(() => Membership)
export class MembershipAttendanceResolver {
  @ResolveField(() => AttendanceCounts, {
    nullable: true,
    description: 'How often he was there; null for all but the members of the club and himself.',
  })
  attendance(
    @Parent() seat: Membership,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @Args('from', { type: () => DateScalar, description: 'The first day that counts.' }) from: string,
    @Args('to', { type: () => DateScalar, description: 'The last day that counts.' }) to: string,
  ): Promise<AttendanceCounts> | null {
    const key = periodKey(seat.id, from, to);
    return canSeeRecord(viewer, seat) ? loaders.loadExisting(attendanceCounts, key) : null;
  }
}
