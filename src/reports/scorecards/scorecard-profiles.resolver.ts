import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Club } from '../../clubs/club.entity.js';
import { ClubAbilities } from '../../clubs/clubs.types.js';
import { Region } from '../../clubs/region.entity.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Input } from '../../platform/graphql/payload.js';
import {
  AddScorecardProfileInput,
  ChooseScorecardInput,
  type Profile,
  ProfileConnection,
  ScorecardChoiceConnection,
  ScorecardChoicePayload,
  ScorecardProfilePayload,
} from './profile.types.js';
import type { ScorecardChoice } from './scorecard-choice.entity.js';
import { ScorecardChoicesService } from './scorecard-choices.service.js';
import { ScorecardProfilesService } from './scorecard-profiles.service.js';
import { canChooseScorecard } from './scorecards.policy.js';
import { shownProfile } from './shown-profile.js';

@Resolver(() => Region)
export class ScorecardProfilesResolver {
  constructor(private readonly profiles: ScorecardProfilesService) {}

  @ResolveField(() => ProfileConnection, {
    description:
      "The scorecards the clubs of its network may choose: Kring's and the network's own, by code and version.",
  })
  scorecardProfiles(
    @Parent() region: Region,
    @RequestLoaders() loaders: Loaders,
    @Args() page: PageArguments,
  ): Promise<Connection<Profile>> {
    return this.profiles.list(loaders, region.networkId, page);
  }

  @Mutation(() => ScorecardProfilePayload, {
    description: "Adds a scorecard of a network's own, or a version of one. For administrators.",
  })
  async addScorecardProfile(
    @CurrentViewer() viewer: Viewer,
    @Input() input: AddScorecardProfileInput,
  ): Promise<ScorecardProfilePayload> {
    const { content } = await this.profiles.add(viewer, input);
    return { profile: shownProfile({ content, builtIn: false }) };
  }
}

@Resolver(() => Club)
export class ScorecardChoicesResolver {
  constructor(private readonly choices: ScorecardChoicesService) {}

  @ResolveField(() => ScorecardChoiceConnection, {
    description: "Which scorecard it chose from which day on, the latest first. Before the first it is Kring's own.",
  })
  scorecardChoices(@Parent() club: Club, @Args() page: PageArguments): Promise<Connection<ScorecardChoice>> {
    return this.choices.list(club, page);
  }

  @Mutation(() => ScorecardChoicePayload, {
    description: 'Chooses the scorecard of a club from a day on. For those who change its rules.',
  })
  async chooseScorecard(
    @CurrentViewer() viewer: Viewer,
    @Input() input: ChooseScorecardInput,
  ): Promise<ScorecardChoicePayload> {
    return { choice: await this.choices.choose(viewer, input) };
  }
}

@Resolver(() => ClubAbilities)
export class ScorecardAbilitiesResolver {
  @ResolveField(() => Boolean, { description: 'Choose its scorecard.' })
  chooseScorecard(@Parent() { club }: ClubAbilities, @CurrentViewer() viewer: Viewer): boolean {
    return canChooseScorecard(viewer, club);
  }
}
