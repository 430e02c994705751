import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Club } from '../../clubs/club.entity.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { membershipById } from '../../members/members.loaders.js';
import { Membership } from '../../members/membership.entity.js';
import { type Connection } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import { pageOfList } from '../../platform/graphql/list-page.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { BetweenArguments } from '../period.types.js';
import { ClubCounts } from './club-counts.types.js';
import { CountsService } from './counts.service.js';
import { MemberCounts, MemberCountsArguments, MemberCountsConnection } from './member-counts.types.js';

/** What the members of a club did for each other. */
@Resolver(() => Club)
export class ClubCountsResolver {
  constructor(private readonly countsOfClubs: CountsService) {}

  @ResolveField(() => ClubCounts, {
    nullable: true,
    description:
      'Its counts: P A L M S, RGI RGO, RRI RRO, V, 1-2-1, TYFCB, CEU, T. Letters and visitors count of meetings that were or are being held. Null for all but its members and the directors of its region; these see the total alone.',
  })
  counts(
    @Parent() club: Club,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @Args() between: BetweenArguments,
  ): Promise<ClubCounts | null> {
    return this.countsOfClubs.ofClub({ viewer, loaders }, club, between);
  }
}

@Resolver(() => ClubCounts)
export class CountsMembersResolver {
  @ResolveField(() => MemberCountsConnection, {
    nullable: true,
    description:
      'The counts of everybody who held a seat on at least one day of the period, by family name. Null for a director.',
  })
  members(
    @Parent() { rows }: ClubCounts,
    @Args() { personId, ...page }: MemberCountsArguments,
  ): Connection<MemberCounts> | null {
    const asked = rows?.filter(({ seat }) => personId === null || seat.personId === personId);
    return asked ? pageOfList(asked, page, ({ seat }) => seat.membershipId) : null;
  }
}

@Resolver(() => MemberCounts)
export class MemberCountsResolver {
  @ResolveField(() => Membership, { description: 'The seat they are counted for.' })
  membership(@Parent() { seat }: MemberCounts, @RequestLoaders() loaders: Loaders): Promise<Membership> {
    return loaders.loadExisting(membershipById, seat.membershipId);
  }
}
