import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Person } from '../identity/person.entity.js';
import { CurrentViewer, Viewer } from '../identity/viewer.js';
import { type Connection, PageArguments } from '../platform/graphql/connection.js';
import { MembersService } from './members.service.js';
import { MembershipConnection } from './members.types.js';
import type { Membership } from './membership.entity.js';

/** The seats of a person. */
@Resolver(() => Person)
export class PersonMembershipsResolver {
  constructor(private readonly members: MembersService) {}

  @ResolveField(() => MembershipConnection, {
    description: 'The seats he has and had, as far as the viewer may see them, the latest first.',
  })
  memberships(
    @Parent() person: Person,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<Membership>> {
    return this.members.ofPerson(viewer, person.id, page);
  }
}

/** The seats of whoever asks. */
@Resolver(() => Viewer)
export class ViewerMembershipsResolver {
  constructor(private readonly members: MembersService) {}

  @ResolveField(() => MembershipConnection, { description: 'The seats he has and had, the latest first.' })
  memberships(@Parent() viewer: Viewer, @Args() page: PageArguments): Promise<Connection<Membership>> {
    return this.members.ofPerson(viewer, viewer.personId, page);
  }
}
