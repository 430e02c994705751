import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MembershipConnection } from '../../members/members.types.js';
import type { Membership } from '../../members/membership.entity.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import type { Visitor } from '../visitors/visitor.entity.js';
import { VisitorConnection } from '../visitors/visitors.types.js';
import { MissingAtMeeting } from './closing.types.js';
import { MissingService } from './missing.service.js';
import { presentationsWithoutFocus } from './presentations-without-focus.sql.js';

@Resolver(() => MissingAtMeeting)
export class MissingResolver {
  constructor(private readonly missing: MissingService) {}

  @ResolveField(() => MembershipConnection, {
    description: 'Who had a seat that day and has no letter yet, by profession. Until there is none, it is not closed.',
  })
  letters(@Parent() { meeting }: MissingAtMeeting, @Args() page: PageArguments): Promise<Connection<Membership>> {
    return this.missing.letters(meeting, page);
  }

  @ResolveField(() => VisitorConnection, {
    description: 'The visitors of whom it is not recorded whether they came, in the order of inviting.',
  })
  visitorsUndecided(
    @Parent() { meeting }: MissingAtMeeting,
    @Args() page: PageArguments,
  ): Promise<Connection<Visitor>> {
    return this.missing.visitorsUndecided(meeting, page);
  }

  @ResolveField(() => Int, { description: 'How many presentations are not marked yet as asking or as selling.' })
  presentationsWithoutFocus(
    @Parent() { meeting }: MissingAtMeeting,
    @RequestLoaders() loaders: Loaders,
  ): Promise<number> {
    return loaders.loadExisting(presentationsWithoutFocus, meeting.id);
  }
}
