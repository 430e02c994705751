import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { membershipById } from '../../members/members.loaders.js';
import { Membership } from '../../members/membership.entity.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import { pageOfList } from '../../platform/graphql/list-page.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { RankingEntry, RankingEntryConnection, Rankings } from './rankings.types.js';

@Resolver(() => Rankings)
export class RankingsResolver {
  @ResolveField(() => RankingEntryConnection, {
    description: 'The members who did anything, most first; equals by family name.',
  })
  entries(@Parent() { entries }: Rankings, @Args() page: PageArguments): Connection<RankingEntry> {
    return pageOfList(entries, page, ({ seat }) => seat.membershipId);
  }
}

@Resolver(() => RankingEntry)
export class RankingEntryResolver {
  @ResolveField(() => Membership, { description: 'The seat whose place it is.' })
  membership(@Parent() { seat }: RankingEntry, @RequestLoaders() loaders: Loaders): Promise<Membership> {
    return loaders.loadExisting(membershipById, seat.membershipId);
  }
}
