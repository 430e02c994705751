import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import { Contact } from '../../contacts/contact.entity.js';
import { contactById } from '../../contacts/contacts.loaders.js';
import { CurrentViewer, Viewer } from '../../identity/viewer.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { canSeeRoom } from '../meetings.policy.js';
import { Presentation } from '../presentations/presentation.entity.js';
import { presentationById } from '../presentations/presentations.loaders.js';
import { matchesInClubs } from './ask-matches.sql.js';
import { matchKey, ownMatches } from './asks.loaders.js';
import { AskMatch, AskMatchConnection, MatchedContact, MatchedContactConnection } from './asks.types.js';
import { pageByRank } from './page-by-rank.js';

@Resolver(() => Viewer)
export class ViewerAskMatchesResolver {
  constructor(private readonly dataSource: DataSource) {}

  @ResolveField(() => AskMatchConnection, {
    description:
      'The current asks of fellow members that contacts of his own fit; first those with the best contact. Nobody else learns of it.',
  })
  async askMatches(@Parent() viewer: Viewer, @Args() page: PageArguments): Promise<Connection<AskMatch>> {
    return pageByRank(await matchesInClubs(this.dataSource.manager, viewer, viewer.clubIds), page);
  }
}

@Resolver(() => Presentation)
export class PresentationMatchesResolver {
  @ResolveField(() => AskMatch, {
    nullable: true,
    description:
      'Which contacts of the viewer fit its ask; null when none does, and for his own ask, one that is not current, and all but the members of the club.',
  })
  ownMatches(
    @Parent() presentation: Presentation,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<AskMatch | null> | null {
    return canSeeRoom(viewer, presentation) ? loaders.load(ownMatches, matchKey(presentation.id, viewer)) : null;
  }
}

@Resolver(() => AskMatch)
export class AskMatchResolver {
  @ResolveField(() => Presentation, { description: 'The presentation with the ask.' })
  ask(@Parent() { id }: AskMatch, @RequestLoaders() loaders: Loaders): Promise<Presentation> {
    return loaders.loadExisting(presentationById, id);
  }

  @ResolveField(() => MatchedContactConnection, {
    description:
      'The contacts who fit, a hundred at most: first who has most words of the ask, of equals whom the viewer knows best.',
  })
  contacts(@Parent() { found }: AskMatch, @Args() page: PageArguments): Connection<MatchedContact> {
    return pageByRank(found, page);
  }
}

@Resolver(() => MatchedContact)
export class MatchedContactResolver {
  @ResolveField(() => Contact, { description: 'The contact.' })
  contact(@Parent() { id }: MatchedContact, @RequestLoaders() loaders: Loaders): Promise<Contact> {
    return loaders.loadExisting(contactById, id);
  }
}
