import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Club } from '../../clubs/club.entity.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { Membership } from '../../members/membership.entity.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { ScorecardForecastMonth } from './forecast.types.js';
import { type MonthlyScorecard, MonthlyScorecardConnection } from './monthly-scorecard.types.js';
import { Scorecard, ScorecardArguments, ScorecardConnection, ScorecardsArguments } from './scorecard.types.js';
import { ScorecardHistoryService } from './scorecard-history.service.js';
import { ScorecardPath } from './scorecard-path.types.js';
import { ScorecardsService } from './scorecards.service.js';
import { shownForecast } from './shown-forecast.js';
import { shownPath } from './shown-path.js';

@Resolver(() => Membership)
export class MembershipScorecardResolver {
  constructor(
    private readonly scorecards: ScorecardsService,
    private readonly history: ScorecardHistoryService,
  ) {}

  @ResolveField(() => Scorecard, {
    nullable: true,
    description:
      'What the seat scores. Null on a day on which it is not held, and for all but the member himself and the board of his club.',
  })
  scorecard(
    @Parent() seat: Membership,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @Args() { on }: ScorecardArguments,
  ): Promise<Scorecard | null> {
    return this.scorecards.ofSeat({ viewer, loaders }, seat, on);
  }

  @ResolveField(() => MonthlyScorecardConnection, {
    nullable: true,
    description:
      'What it had scored at the end of each month, the latest first. Null for all but the member himself and the board of his club.',
  })
  scorecardHistory(
    @Parent() seat: Membership,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @Args() page: PageArguments,
  ): Promise<Connection<MonthlyScorecard> | null> {
    return this.history.ofSeat({ viewer, loaders }, seat, page);
  }
}

@Resolver(() => Club)
export class ClubScorecardsResolver {
  constructor(private readonly service: ScorecardsService) {}

  @ResolveField(() => ScorecardConnection, {
    nullable: true,
    description: 'What all its seats score, most points first. Null for all but its board.',
  })
  scorecards(
    @Parent() club: Club,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @Args() asked: ScorecardsArguments,
  ): Promise<Connection<Scorecard> | null> {
    return this.service.ofClub({ viewer, loaders }, club, asked);
  }
}

@Resolver(() => Scorecard)
export class ScorecardResolver {
  @ResolveField(() => Membership, { description: 'The seat.' })
  membership(@Parent() { seat }: Scorecard): Membership {
    return seat;
  }

  @ResolveField(() => ScorecardPath, {
    nullable: true,
    description:
      'What brings it to a colour by the end of the running month. Null when nothing does, when there is no such colour, and when it would tell of money that is withheld.',
  })
  pathToColour(
    @Parent() { scored, on }: Scorecard,
    @Args('colour', {
      type: () => String,
      nullable: true,
      description: 'The name of the colour; null for the one above, or to keep the best.',
    })
    colour: string | null,
  ): ScorecardPath | null {
    return shownPath(scored, on, colour);
  }

  @ResolveField(() => [ScorecardForecastMonth], {
    description: 'Which points expire when: six months from the running one on, if nothing more is done.',
  })
  forecast(@Parent() { scored, on }: Scorecard): ScorecardForecastMonth[] {
    return shownForecast(scored, on);
  }
}
