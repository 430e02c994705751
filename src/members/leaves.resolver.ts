import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { clubById } from '../clubs/clubs.loaders.js';
import { CurrentViewer, type Viewer } from '../identity/viewer.js';
import { type Connection, PageArguments } from '../platform/graphql/connection.js';
import { RequestLoaders } from '../platform/graphql/context.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { Input } from '../platform/graphql/payload.js';
import { Leave } from './leave.entity.js';
import { LeavesService } from './leaves.service.js';
import { EndLeaveInput, LeaveConnection, LeavePayload, RecordLeaveInput } from './leaves.types.js';
import { membershipById } from './members.loaders.js';
import { canRecordLeave } from './members.policy.js';
import { MembershipAbilities } from './members.types.js';
import { Membership } from './membership.entity.js';

@Resolver(() => Leave)
export class LeavesResolver {
  constructor(private readonly leaves: LeavesService) {}

  @Mutation(() => LeavePayload, {
    description:
      'Records days on which a member is away. For the member himself, president, vice-president, membership committee and administrators.',
  })
  async recordLeave(@CurrentViewer() viewer: Viewer, @Input() input: RecordLeaveInput): Promise<LeavePayload> {
    return { leave: await this.leaves.record(viewer, input) };
  }

  @Mutation(() => LeavePayload, {
    description:
      'Says from which day a member is back. For the member himself, president, vice-president, membership committee and administrators.',
  })
  async endLeave(@CurrentViewer() viewer: Viewer, @Input() input: EndLeaveInput): Promise<LeavePayload> {
    return { leave: await this.leaves.end(viewer, input) };
  }

  @ResolveField(() => Membership, { description: 'The membership of who is away.' })
  membership(@Parent() leave: Leave, @RequestLoaders() loaders: Loaders): Promise<Membership> {
    return loaders.loadExisting(membershipById, leave.membershipId);
  }
}

@Resolver(() => Membership)
export class MembershipLeavesResolver {
  constructor(private readonly leavesOfMembers: LeavesService) {}

  @ResolveField(() => LeaveConnection, {
    nullable: true,
    description: 'His leaves, the latest first; null for all but the members of the club, himself and administrators.',
  })
  leaves(
    @Parent() seat: Membership,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @Args() page: PageArguments,
  ): Promise<Connection<Leave> | null> {
    return this.leavesOfMembers.ofMember(viewer, seat, { page, loaders });
  }
}

@Resolver(() => MembershipAbilities)
export class MembershipLeavesAbilitiesResolver {
  @ResolveField(() => Boolean, { description: 'Record and end leaves of the member.' })
  async recordLeave(
    @Parent() { membership }: MembershipAbilities,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<boolean> {
    return canRecordLeave(viewer, membership, await loaders.loadExisting(clubById, membership.clubId));
  }
}
