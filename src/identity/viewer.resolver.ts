import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Connection, PageArguments } from '../platform/graphql/connection.js';
import { RequestLoaders } from '../platform/graphql/context.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { Person } from './person.entity.js';
import { personById } from './person.loaders.js';
import type { Session } from './session.entity.js';
import { SessionsService } from './sessions.service.js';
import { SessionConnection } from './sessions.types.js';
import { Public } from './signed-in.guard.js';
import { CurrentViewer, Viewer } from './viewer.js';

@Resolver(() => Viewer)
export class ViewerResolver {
  constructor(private readonly sessionsService: SessionsService) {}

  @Public()
  @Query(() => Viewer, { nullable: true, description: 'Who asks; null for those who have not signed in.' })
  viewer(@CurrentViewer() viewer: Viewer | null): Viewer | null {
    return viewer;
  }

  @ResolveField(() => Person, { description: 'The person who has signed in.' })
  person(@Parent() viewer: Viewer, @RequestLoaders() loaders: Loaders): Promise<Person> {
    return loaders.loadExisting(personById, viewer.personId);
  }

  @ResolveField(() => String, { description: 'The BCP 47 locale in which Kring speaks to him, such as nl-BE.' })
  async locale(@Parent() viewer: Viewer, @RequestLoaders() loaders: Loaders): Promise<string> {
    return (await loaders.loadExisting(personById, viewer.personId)).locale;
  }

  @ResolveField(() => SessionConnection, { description: 'His live sessions, the latest sign-in first.' })
  sessions(@Parent() viewer: Viewer, @Args() page: PageArguments): Promise<Connection<Session>> {
    return this.sessionsService.list(viewer, page);
  }
}
