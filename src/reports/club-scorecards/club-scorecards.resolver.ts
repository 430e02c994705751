import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Club } from '../../clubs/club.entity.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { PeriodArguments } from '../period.types.js';
import { ClubScorecard } from './club-scorecard.types.js';
import { ClubScorecardsService } from './club-scorecards.service.js';

/** How a club does as a whole. */
@Resolver(() => Club)
export class ClubScorecardResolver {
  constructor(private readonly service: ClubScorecardsService) {}

  @ResolveField(() => ClubScorecard, {
    nullable: true,
    description: 'How the club does. Null for all but its members and the directors of its region.',
  })
  scorecard(
    @Parent() club: Club,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @Args() { period }: PeriodArguments,
  ): Promise<ClubScorecard | null> {
    return this.service.ofClub({ viewer, loaders }, club, period);
  }
}
