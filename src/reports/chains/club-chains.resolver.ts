import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Club } from '../../clubs/club.entity.js';
import { Person } from '../../identity/person.entity.js';
import { personById } from '../../identity/person.loaders.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { Introduction } from '../../network/introduction.entity.js';
import { introductionById } from '../../network/introductions.loaders.js';
import { canSeeIntroduction } from '../../network/introductions.policy.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import { pageOfList } from '../../platform/graphql/list-page.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { BetweenArguments } from '../period.types.js';
import { ClubChainsService } from './club-chains.service.js';
import { ChainRoot, ChainRootConnection, ClubChain, ClubChainConnection, ClubChains } from './club-chains.types.js';

@Resolver(() => Club)
export class ClubChainsResolver {
  constructor(private readonly service: ClubChainsService) {}

  @ResolveField(() => ClubChains, {
    nullable: true,
    description:
      'The chains that were begun in a period for somebody who then had a seat here. Null for all but its members.',
  })
  chains(
    @Parent() club: Club,
    @CurrentViewer() viewer: Viewer,
    @Args() between: BetweenArguments,
  ): Promise<ClubChains | null> {
    return this.service.ofClub(viewer, club, between);
  }
}

@Resolver(() => ClubChains)
export class ChainsOfClubResolver {
  @ResolveField(() => ClubChainConnection, {
    description:
      'The chains, those that went furthest first: most introductions of degree 3 and beyond, then most introductions, then the latest.',
  })
  forest(@Parent() { rows }: ClubChains, @Args() page: PageArguments): Connection<ClubChain> {
    const chains = rows.map(({ byDegree, ...row }) => ({
      ...row,
      ofSecondDegree: byDegree[0],
      ofThirdDegree: byDegree[1],
      beyondThirdDegree: byDegree[2],
    }));
    return pageOfList(chains, page, ({ id }) => id);
  }

  @ResolveField(() => ChainRootConnection, {
    description: 'Who began them, whose chains went furthest first, in the same way.',
  })
  roots(@Parent() { roots }: ClubChains, @Args() page: PageArguments): Connection<ChainRoot> {
    return pageOfList(roots, page, ({ rootId }) => rootId);
  }
}

@Resolver(() => ClubChain)
export class ClubChainResolver {
  @ResolveField(() => Person, { description: 'The root member: who made the first introduction.' })
  root(@Parent() { rootId }: ClubChain, @RequestLoaders() loaders: Loaders): Promise<Person> {
    return loaders.loadExisting(personById, rootId);
  }

  @ResolveField(() => Introduction, {
    nullable: true,
    description: 'The first introduction, with its branch and its return; null when the viewer has no part in it.',
  })
  async first(
    @Parent() { id }: ClubChain,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Introduction | null> {
    const first = await loaders.loadExisting(introductionById, id);
    return canSeeIntroduction(viewer, first) ? first : null;
  }
}

@Resolver(() => ChainRoot)
export class ChainRootResolver {
  @ResolveField(() => Person, { description: 'The member.' })
  person(@Parent() { rootId }: ChainRoot, @RequestLoaders() loaders: Loaders): Promise<Person> {
    return loaders.loadExisting(personById, rootId);
  }
}
