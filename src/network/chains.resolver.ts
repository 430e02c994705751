import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Viewer } from '../identity/viewer.js';
import { type Connection, PageArguments } from '../platform/graphql/connection.js';
import { ChainsService } from './chains.service.js';
import { Introduction } from './introduction.entity.js';
import { IntroductionConnection } from './introductions.types.js';

@Resolver(() => Introduction)
export class ChainsResolver {
  constructor(private readonly chains: ChainsService) {}

  @ResolveField(() => IntroductionConnection, {
    description:
      'The introductions that spring from it directly and in which the viewer has a part, the latest recorded first.',
  })
  onward(
    @Parent() introduction: Introduction,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<Introduction>> {
    return this.chains.onward(viewer, introduction, page);
  }

  @ResolveField(() => IntroductionConnection, {
    description:
      'It and all that springs from it and in which the viewer has a part, at any depth, as a tree read from top to bottom: each is followed by those that spring from it. `parent` and `degree` tell the place.',
  })
  branch(
    @Parent() introduction: Introduction,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<Introduction>> {
    return this.chains.branch(viewer, introduction, page);
  }
}

@Resolver(() => Viewer)
export class ViewerChainsResolver {
  constructor(private readonly chainsService: ChainsService) {}

  @ResolveField(() => IntroductionConnection, {
    description: 'The first introductions of the chains that served him, the latest recorded first.',
  })
  chains(@Parent() viewer: Viewer, @Args() page: PageArguments): Promise<Connection<Introduction>> {
    return this.chainsService.serving(viewer, page);
  }

  @ResolveField(() => IntroductionConnection, {
    description: 'The first introductions of the chains he began for others, the latest recorded first.',
  })
  chainsBegun(@Parent() viewer: Viewer, @Args() page: PageArguments): Promise<Connection<Introduction>> {
    return this.chainsService.begun(viewer, page);
  }
}
